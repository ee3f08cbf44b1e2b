package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Words;

/** What the kind of an activity demands of it; the refusals stand beside the fields. Who is admitted is asked of {@link Overlaps}. */
final class ActivityRules {
    private final ActivityType type;
    private final ActivityInput input;

    ActivityRules(ActivityType type, ActivityInput input) {
        this.type = type;
        this.input = input;
    }

    /**
     * The rules that need no record.
     *
     * @param territory the unit it is kept for
     * @throws Problem INVALID with every field that breaks a rule
     */
    void check(Territory territory) {
        Checks checks = new Checks();
        type.rule(Rule.Within.class).ifPresent(within -> months(checks, within));
        type.rule(Rule.Seated.class)
                .ifPresent(seated -> checks.that(input.seats() != null, "seats", "activity.seats-needed"));
        type.rule(Rule.Certified.class)
                .ifPresent(certified -> checks.that(input.hours() != null, "hours", "activity.hours-needed"));
        type.rule(Rule.KeptFor.class).ifPresent(kept -> {
            String key = kept.level() == Rule.KeptFor.Level.REGION
                    ? "activity.kept-for-region"
                    : "activity.kept-for-district";
            checks.that(lies(territory, kept.level()), "territory", key);
        });
        type.rule(Rule.At.class)
                .ifPresent(at -> checks.that(
                        input.organisationId() != null, "organisationId", "activity.organisation-needed", kinds(at)));
        type.rule(Rule.LedBy.class)
                .ifPresent(led ->
                        checks.that(input.leaderId() != null, "leaderId", "activity.leader-needed", position(led)));
        checks.done();
    }

    /**
     * The rules on the organisation and the leader.
     *
     * @param leaders where the leader's organisation may be
     * @throws Problem INVALID at the field, also for an unknown organisation or leader
     */
    void check(Tx tx, Ledger ledger, Scope leaders) {
        Checks checks = new Checks();
        if (input.organisationId() != null) {
            OrganisationKind kind = ActivityStore.organisationKind(tx, input.organisationId())
                    .orElseThrow(() -> Problem.field("organisationId", "record.organisation-unknown"));
            type.rule(Rule.At.class)
                    .ifPresent(at -> checks.that(
                            at.kinds().contains(kind), "organisationId", "activity.organisation-kind", kinds(at)));
        }
        if (input.leaderId() != null) {
            ledger.staff(tx, "leaderId", input.leaderId(), leaders);
            type.rule(Rule.LedBy.class)
                    .ifPresent(led -> checks.that(
                            ActivityStore.holds(tx, input.leaderId(), led.position(), input.starts()),
                            "leaderId",
                            "activity.leader-position",
                            position(led),
                            input.starts().toString()));
        }
        checks.done();
    }

    private void months(Checks checks, Rule.Within within) {
        Message first = month(within.first());
        Message last = month(within.last());
        checks.that(in(within, input.starts()), "starts", "activity.months", first, last);
        boolean sameYear = input.ends().getYear() == input.starts().getYear();
        checks.that(in(within, input.ends()) && sameYear, "ends", "activity.months", first, last);
    }

    private static boolean in(Rule.Within within, LocalDate day) {
        Month month = day.getMonth();
        return month.compareTo(within.first()) >= 0 && month.compareTo(within.last()) <= 0;
    }

    /** A city of republican status is a region in the classifier. */
    private static boolean lies(Territory territory, Rule.KeptFor.Level level) {
        return switch (level) {
            case REGION -> territory.kind().equals("REGION");
            case DISTRICT ->
                List.of("DISTRICT", "CITY_ADMINISTRATION", "CITY_DISTRICT").contains(territory.kind());
        };
    }

    private static Message month(Month month) {
        return Message.of("activity.month." + month.getValue());
    }

    private static Message kinds(Rule.At at) {
        return Words.list(at.kinds().stream()
                .sorted()
                .map(kind -> Message.of("activity.venue." + Moves.code(kind)))
                .toList());
    }

    private static Message position(Rule.LedBy led) {
        return Message.of("activity.position." + Moves.code(led.position()));
    }
}
