package kz.jolkarta.registry.awards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.lineage.Coaching;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;

/** What kinds of award demand, each rule in one place; quotas and waiting are apart. */
final class AwardRules {
    private final Ledger ledger;

    AwardRules(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What can be told from the input alone.
     *
     * @param year of the quota
     * @param proposed the day of the proposal
     * @return the amount in tiyn, empty when none is given
     * @throws Problem INVALID with every wrong field
     */
    Optional<Long> checked(Installed measure, AwardType type, AwardInput input, int year, LocalDate proposed) {
        Checks checks = new Checks();
        boolean toStaff = type.audience() == Audience.STAFF;
        checks.that(!toStaff || input.childId() == null, "childId", "award.for-staff");
        checks.that(toStaff || input.staffId() == null, "staffId", "award.for-children");
        protocol(checks, input, Math.min(year, proposed.getYear()));
        if (type.rule(Rule.Monthly.class).isPresent()) {
            monthly(checks, input);
        } else {
            checks.that(input.indexHundredths() == null, "indexHundredths", "award.index-monthly");
        }
        checks.done();
        return Money.lawful(measure, input.amount(), input.source());
    }

    private void protocol(Checks checks, AwardInput input, int earliest) {
        boolean numbered = input.protocolNumber() != null;
        LocalDate date = input.protocolDate();
        if (numbered && date == null) {
            checks.add("protocolDate", "record.required");
        }
        if (date == null) {
            return;
        }
        checks.that(numbered, "protocolNumber", "record.required");
        checks.that(!date.isAfter(ledger.clock().today()), "protocolDate", "award.protocol-future");
        checks.that(date.getYear() >= earliest, "protocolDate", "award.protocol-early", String.valueOf(earliest));
    }

    /** A month's payment needs the first month, one amount and its source; without a last day it runs until it is ended. */
    private static void monthly(Checks checks, AwardInput input) {
        checks.required("from", input.from());
        boolean paid = input.amount() != null && input.amount().signum() > 0;
        checks.that(paid != (input.indexHundredths() != null), "amount", "award.monthly-amount");
        checks.required("source", input.source());
    }

    /**
     * @param day the first day of the award, else that of its proposal
     * @throws Unentitled when the person does not meet the criterion, the named ground or the coaching that is demanded
     */
    void requireEntitled(Tx tx, AwardType type, AwardInput input, LocalDate day) {
        refuse(input, objections(tx, type, input, Criterion.and(type.who(), ground(type, input)), day));
    }

    /**
     * What the kind demands of the person, one by one; the grounds of a kind count once one is named.
     *
     * @param day the first day of the award, else that of its proposal
     */
    List<Demand> demands(Tx tx, Installed measure, AwardType type, AwardInput input, LocalDate day) {
        List<Demand> demands = new ArrayList<>();
        if (input.childId() != null) {
            List<Criterion> parts = new ArrayList<>(parts(type.who()));
            type.rule(Rule.Proved.class)
                    .filter(proved -> input.fields().get(proved.field()) != null)
                    .ifPresent(proved -> parts.addAll(parts(ground(type, input))));
            for (Criterion part : parts) {
                demands.add(new Demand(Words.of(part), objections(tx, part, input.childId(), day)));
            }
        }
        type.rule(Rule.Coached.class)
                .filter(rule -> input.staffId() != null)
                .ifPresent(rule -> demands.add(new Demand(
                        Words.of(rule, measure), Coaching.objections(tx, ledger.facts(), input.staffId(), rule, day))));
        return demands;
    }

    private static List<Criterion> parts(Criterion who) {
        if (who instanceof Criterion.And and) {
            return and.all().stream().flatMap(part -> parts(part).stream()).toList();
        }
        return who instanceof Criterion.Everyone ? List.of() : List.of(who);
    }

    private List<Message> objections(Tx tx, Criterion who, long child, LocalDate day) {
        return ledger.objections(tx, who, List.of(child), day).getOrDefault(child, List.of());
    }

    /** The same for an award on its way: the criterion of the kind was met when it was proposed, the proof must still hold. */
    void requireProof(Tx tx, AwardType type, AwardInput input, LocalDate day) {
        refuse(input, objections(tx, type, input, ground(type, input), day));
    }

    private List<Message> objections(Tx tx, AwardType type, AwardInput input, Criterion who, LocalDate day) {
        if (input.childId() != null) {
            return objections(tx, who, input.childId(), day);
        }
        return type.rule(Rule.Coached.class)
                .map(rule -> Coaching.objections(tx, ledger.facts(), input.staffId(), rule, day))
                .orElse(List.of());
    }

    /** What the ground demands that the award names; a kind without grounds demands nothing. */
    private static Criterion ground(AwardType type, AwardInput input) {
        Optional<Rule.Proved> proved = type.rule(Rule.Proved.class);
        if (proved.isEmpty()) {
            return Criterion.everyone();
        }
        String field = proved.get().field();
        Object named = input.fields().get(field);
        if (named == null) {
            throw Problem.field("fields." + field, "record.required");
        }
        return Optional.ofNullable(proved.get().grounds().get(named.toString()))
                .orElseThrow(() -> new IllegalStateException("no ground for the choice " + named));
    }

    private static void refuse(AwardInput input, List<Message> objections) {
        if (!objections.isEmpty()) {
            throw new Unentitled(
                    input.childId() != null ? "award.unentitled" : "award.unentitled-staff",
                    new ArrayList<>(objections));
        }
    }

    /** @throws Problem CONFLICT for an award that needs a protocol and has none */
    void requireProtocol(AwardType type, String protocolNumber) {
        if (protocolNumber == null && type.rule(Rule.Protocolled.class).isPresent()) {
            throw Problem.conflict("award.protocol-missing");
        }
    }

    /**
     * A region proposes for the national list, the country decides on it.
     *
     * @param deciding whether it is an approver's decision
     * @throws Problem FORBIDDEN when the user may not
     */
    void requireRight(User user, AwardType type, Award award, boolean deciding) {
        user.require(deciding ? Right.AWARDS_APPROVE : Right.RECORDS_WRITE, award.territory());
        if (deciding
                && type.quota() == AwardType.Quota.COUNTRY_YEAR
                && !user.scope(Right.AWARDS_APPROVE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "award.country-decides");
        }
    }

    /** @throws Problem INVALID when person, kind or year would change */
    static void requireSameMatter(Award found, AwardInput input) {
        boolean same = found.type().equals(input.type())
                && Objects.equals(found.childId(), input.childId())
                && Objects.equals(found.staffId(), input.staffId());
        if (!same) {
            throw Problem.field("type", "award.fixed");
        }
        if (input.year() != null && input.year() != found.year()) {
            throw Problem.field("year", "award.fixed");
        }
    }

    /** The office's day of the proposal. */
    LocalDate proposed(Award award) {
        return LocalDate.ofInstant(award.createdAt(), ledger.clock().zone());
    }
}
