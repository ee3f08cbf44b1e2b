package kz.jolkarta.core.http;

import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;

/** Who asks, and in which language the answer is to be. */
public record Caller(User user, Language language) {}
