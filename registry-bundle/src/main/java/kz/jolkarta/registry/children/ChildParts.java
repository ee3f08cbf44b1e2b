package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.consents.TemplateStore;
import kz.jolkarta.registry.records.Checks;

/** The parts sent along with a child. A list that was not sent is null. */
record ChildParts(
        List<CategoryPeriod> categories,
        List<TalentEntry> talents,
        List<Representative> representatives,
        List<ConsentEntry> consents,
        List<AchievementEntry> achievements) {
    static final ChildParts NONE = new ChildParts(null, null, null, null, null);
    /** More of one kind would be no one child's. */
    private static final int MOST = 200;

    static ChildParts of(Child child) {
        return new ChildParts(
                child.categories(), child.talents(), child.representatives(), child.consents(), child.achievements());
    }

    void check(Checks checks, LocalDate today) {
        check(checks, "categories", categories, today);
        check(checks, "talents", talents, today);
        check(checks, "representatives", representatives, today);
        check(checks, "consents", consents, today);
        check(checks, "achievements", achievements, today);
    }

    private static void check(Checks checks, String name, List<? extends Part> parts, LocalDate today) {
        if (parts == null) {
            return;
        }
        checks.that(parts.size() <= MOST, name, "record.too-many", MOST);
        for (int i = 0; i < parts.size(); i++) {
            String at = name + "[" + i + "]";
            checks.required(at, parts.get(i));
            if (parts.get(i) != null) {
                parts.get(i).check(checks, at + ".", today);
            }
        }
    }

    void insert(Tx tx, LongSupplier ids, long child) {
        insert(tx, PartTable.CATEGORIES, ids, child, categories);
        insert(tx, PartTable.TALENTS, ids, child, talents);
        List<Long> given = insert(tx, PartTable.REPRESENTATIVES, ids, child, representatives);
        List<ConsentEntry> by = consents(given);
        if (by != null) {
            by.forEach(consent -> {
                requireMaterial(tx, consent, "consents");
                requireTemplate(tx, consent, Optional.empty(), "consents");
            });
        }
        insert(tx, PartTable.CONSENTS, ids, child, by);
        if (achievements != null) {
            achievements.forEach(achievement -> requireCoach(tx, achievement, "achievements"));
        }
        insert(tx, PartTable.ACHIEVEMENTS, ids, child, achievements);
    }

    /** The only representative is who gave the consents; of several, nobody can be named before they are registered. */
    private List<ConsentEntry> consents(List<Long> given) {
        if (consents == null) {
            return null;
        }
        List<ConsentEntry> by = new ArrayList<>();
        for (ConsentEntry consent : consents) {
            if (consent.representativeId() != null) {
                throw Problem.field("consents", "child.representative-unknown");
            }
            by.add(given.size() == 1 ? consent.by(given.get(0)) : consent);
        }
        return by;
    }

    static void requireCoach(Tx tx, AchievementEntry achievement, String field) {
        if (achievement.coachId() != null && !PartStore.coachKnown(tx, achievement.coachId())) {
            throw Problem.field(
                    field, "record.staff-unknown", achievement.coachId().toString());
        }
    }

    static void requireMaterial(Tx tx, ConsentEntry consent, String field) {
        if (consent.deliverableId() != null && !PartStore.materialKnown(tx, consent.deliverableId())) {
            throw Problem.field(
                    field, "child.material-unknown", consent.deliverableId().toString());
        }
    }

    /** The shipped first version is always there. @param before what the consent named until now, which may be an old free text */
    static void requireTemplate(Tx tx, ConsentEntry consent, Optional<String> before, String field) {
        String template = consent.template();
        boolean known = template.equals(ConsentEntry.FORM)
                || before.equals(Optional.of(template))
                || template.matches("[1-9]\\d{0,5}")
                        && TemplateStore.published(tx, consent.purpose(), Integer.parseInt(template));
        if (!known) {
            throw Problem.field(field, "consent.template-unknown");
        }
    }

    private static <T extends Part> List<Long> insert(
            Tx tx, PartTable<T> kind, LongSupplier ids, long child, List<T> parts) {
        return parts == null ? List.of() : PartStore.insert(tx, kind, ids, child, parts);
    }

    /** What is read may be sent back whole; but a list that was edited would be lost silently. */
    void requireUnchanged(Tx tx, long child) {
        requireUnchanged(tx, PartTable.CATEGORIES, child, categories);
        requireUnchanged(tx, PartTable.TALENTS, child, talents);
        requireUnchanged(tx, PartTable.REPRESENTATIVES, child, representatives);
        requireUnchanged(tx, PartTable.CONSENTS, child, consents);
        requireUnchanged(tx, PartTable.ACHIEVEMENTS, child, achievements);
    }

    private static <T extends Part> void requireUnchanged(Tx tx, PartTable<T> kind, long child, List<T> sent) {
        if (sent != null && !sent.stream().map(Part::stored).toList().equals(PartStore.of(tx, kind, child))) {
            throw Problem.field(kind.name(), "child.part-by-itself", "/api/children/" + child + "/" + kind.name());
        }
    }
}
