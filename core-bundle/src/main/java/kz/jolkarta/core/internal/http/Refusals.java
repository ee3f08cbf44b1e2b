package kz.jolkarta.core.internal.http;

import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;

/** Keeps what was refused for want of a right or because it lies outside it. */
@FunctionalInterface
public interface Refusals {
    void refused(User user, Problem.Refused what);
}
