package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/** A legal representative of the child. */
public record Representative(Long id, String name, Relation relation, String phone) implements Part {
    /** What the representative is to the child. */
    public enum Relation {
        MOTHER,
        FATHER,
        GUARDIAN,
        OTHER
    }

    public Representative {
        relation = relation == null ? Relation.OTHER : relation;
    }

    @Override
    public void check(Checks checks, String at, LocalDate today) {
        checks.required(at + "name", name);
        if (name != null && name.length() > 300) {
            checks.add(at + "name", "child.too-long", 300);
        } else if (name != null && !name.isBlank()) {
            checks.add(at + "name", ChildRules.fullName(name));
        }
        if (phone != null) {
            checks.add(at + "phone", ChildRules.phone(phone));
        }
    }
}
