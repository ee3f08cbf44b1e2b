package kz.jolkarta.core.internal.http;

import kz.jolkarta.core.access.User;

/** Keeps what was refused for want of a right. */
@FunctionalInterface
public interface Refusals {
    /** @param what method and path template, without any value */
    void refused(User user, String what);
}
