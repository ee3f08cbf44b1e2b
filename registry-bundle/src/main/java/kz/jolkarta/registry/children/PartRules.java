package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/** The rules of a child's data for members that may be absent, which is null. */
final class PartRules {
    private PartRules() {}

    static void text(Checks checks, String field, String text, int max) {
        if (text != null) {
            checks.add(field, ChildRules.text(text, max));
        }
    }

    static void past(Checks checks, String field, LocalDate date, LocalDate today) {
        if (date != null) {
            checks.add(field, ChildRules.pastDate(date, today));
        }
    }

    static void span(Checks checks, String field, LocalDate from, LocalDate to) {
        if (from != null) {
            checks.add(field, ChildRules.span(from, to));
        }
    }
}
