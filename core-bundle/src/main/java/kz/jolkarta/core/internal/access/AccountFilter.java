package kz.jolkarta.core.internal.access;

import java.util.Locale;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;

/**
 * Which accounts are wanted.
 *
 * @param text the beginning of the login, or a part of the name; "" for all
 * @param down from the last login to the first
 */
record AccountFilter(String text, Optional<Role> role, Optional<Boolean> active, boolean down) {
    AccountFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** @param state {@code active} or {@code blocked}; @param sort {@code login} or {@code -login}; each null or blank for all */
    static AccountFilter of(String text, String role, String state, String sort) {
        String order = sort == null || sort.isBlank() ? "login" : sort;
        if (!order.equals("login") && !order.equals("-login")) {
            throw Problem.field("sort", "problem.value");
        }
        return new AccountFilter(
                text == null ? "" : text,
                Role.of(role == null ? "" : role),
                Optional.ofNullable(state).filter(s -> !s.isEmpty()).map("active"::equals),
                order.equals("-login"));
    }

    static AccountFilter of(String text) {
        return new AccountFilter(text, Optional.empty(), Optional.empty(), false);
    }
}
