package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;

/**
 * A road map with all that its print says of the child. What is not known is "" or empty.
 *
 * @param rights what the reader may see of this child beyond the map itself
 */
record PrintedMap(
        long id,
        int schoolYear,
        RoadMapState state,
        LocalDate drawnUpOn,
        Optional<LocalDate> agreedOn,
        String agreedWith,
        Optional<LocalDate> approvedOn,
        Optional<LocalDate> closedOn,
        String conclusion,
        FormContent form,
        Map<String, Object> content,
        Pupil pupil,
        Set<Right> rights,
        Parts parts) {
    /**
     * The child itself.
     *
     * @param iin all twelve digits
     * @param residence KATO code
     */
    record Pupil(
            long id,
            String name,
            String iin,
            String document,
            LocalDate birthDate,
            Sex sex,
            String residence,
            String address,
            String school,
            String director,
            String form,
            String language,
            String coordinator) {}

    /** What there are several of, each in its order. */
    record Parts(
            List<Period> categories,
            List<Talent> talents,
            List<Parent> representatives,
            List<Permission> consents,
            List<Diagnosis> diagnostics,
            List<Marks> marks,
            List<Prize> achievements,
            List<Aim> goals,
            List<Step> steps,
            List<Support> support) {}

    record Period(
            Category category, String ground, Optional<LocalDate> grounded, LocalDate from, Optional<LocalDate> to) {}

    record Talent(TalentField field, String subject, String proposedBy, LocalDate identifiedOn) {}

    record Parent(String name, String relation, String phone) {}

    /** Consent to processing. */
    record Permission(LocalDate given, Optional<LocalDate> to, Optional<LocalDate> withdrawn) {}

    record Diagnosis(
            LocalDate heldOn,
            String method,
            String score,
            String norm,
            String conclusion,
            String psychologist,
            Optional<LocalDate> next) {}

    record Marks(int schoolYear, boolean excellent) {}

    /** @param coach "" too where the reader may not see the staff of the coach's organisation */
    record Prize(
            String event,
            String organiser,
            AchievementLevel level,
            String stage,
            Optional<Integer> place,
            boolean prize,
            LocalDate wonOn,
            String coach) {}

    record Aim(long id, String title, String expected) {}

    record Step(
            Optional<Long> goal,
            String title,
            String measure,
            String type,
            String expected,
            String responsible,
            LocalDate dueOn,
            StepState state,
            Optional<LocalDate> doneOn,
            String note) {}

    /** Kinds of support received. */
    enum SupportKind {
        ACTIVITY,
        AWARD,
        DELIVERABLE
    }

    /**
     * A record of a measure.
     *
     * @param state in the words of its kind of record
     * @param paid tiyn, in the school year
     */
    record Support(
            SupportKind kind,
            String measure,
            String type,
            String title,
            LocalDate from,
            LocalDate to,
            String state,
            String document,
            long paid) {}
}
