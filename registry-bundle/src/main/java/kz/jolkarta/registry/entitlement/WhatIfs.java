package kz.jolkarta.registry.entitlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.awards.Quota;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * "What if": a threshold, a group, a ground, an amount or a cap of a kind of award as it might be ordered, and what it would do to children and money.
 * Nothing is stored. It is for those alone who may see the children: whoever may vary a threshold could tell single children from the differences.
 */
@Component(service = WhatIfs.class)
public final class WhatIfs {
    /** Each holds the children of a scope, some forty bytes a child. */
    private static final int KNOWN = 10;

    private final Sweeps sweeps;
    private final Quotas quotas;
    private final Figures figures;
    private final Remembered<Asked, WhatIfPass> passes;

    private record Asked(
            Scope scope, Period period, String measure, AwardType now, AwardType then, Optional<Long> quota) {}

    @Activate
    public WhatIfs(@Reference Sweeps sweeps, @Reference Quotas quotas, @Reference Figures figures) {
        this.sweeps = sweeps;
        this.quotas = quotas;
        this.figures = figures;
        this.passes = new Remembered<>(sweeps.ledger().database(), KNOWN);
    }

    /**
     * A question as it comes in.
     *
     * @param type code of a kind of award for children
     * @param typed what is to be otherwise, by the name of the parameter
     */
    record Question(
            String measure, Optional<String> type, Optional<String> territory, Map<String, List<String>> typed) {}

    /** A question that was understood. @param quota that holds for all that was asked about */
    record Read(WhatIfOrder order, Scope scope, Period period, Optional<Quota> quota) {
        /** Places that may be given to those who wait. */
        long freeNow() {
            return quota.map(q -> free(q, q.cap())).orElse(0L);
        }

        /** The same as it would be ordered. */
        long freeThen() {
            return quota.map(q -> free(q, order.cap().orElse(q.cap()))).orElse(0L);
        }

        private static long free(Quota quota, int cap) {
            return Math.max(0, cap - quota.used());
        }
    }

    Sweeps sweeps() {
        return sweeps;
    }

    /** The kinds of award that can be asked about; none for a measure that gives children no award. */
    static List<AwardType> kinds(Installed measure) {
        return measure.awards().stream()
                .filter(t -> t.audience() == Audience.CHILDREN)
                .toList();
    }

    private static Optional<AwardType> kind(Installed measure, Question question) {
        return kinds(measure).stream()
                .filter(t -> question.type().map(t.code()::equals).orElse(true))
                .findFirst();
    }

    /** Without what the kind does not know: a form that turns to another kind brings the fields of the one before. */
    Question fitting(Question question) {
        Installed measure = sweeps.ledger().measures().require(question.measure());
        Map<String, List<String>> typed = new HashMap<>(question.typed());
        kind(measure, question).ifPresent(type -> typed.keySet().retainAll(WhatIfOrder.names(measure, type)));
        return new Question(question.measure(), question.type(), question.territory(), typed);
    }

    /**
     * @param right what of the children is needed: to see them, or to take them along
     * @throws Problem NOT_FOUND for a measure without awards for children; FORBIDDEN without the rights to records and children; INVALID
     */
    Read read(User user, Question question, Right right) {
        Installed measure = sweeps.ledger().measures().require(question.measure());
        List<AwardType> kinds = kinds(measure);
        if (kinds.isEmpty()) {
            throw Problem.notFound();
        }
        Scope reach = Ledger.reading(user).within(user.require(Right.CHILDREN_READ));
        Scope mine = right == Right.CHILDREN_READ ? reach : reach.within(user.require(right));
        Scope scope =
                question.territory().map(code -> mine.within(Scope.of(code))).orElse(mine);
        AwardType type =
                kind(measure, question).orElseThrow(() -> Problem.field("type", "record.type-unknown", measure.code()));
        WhatIfOrder order = WhatIfOrder.of(measure, type, question.typed());
        Period period = sweeps.period(Optional.empty());
        Optional<Quota> quota = quota(user, measure, type, scope, period);
        if (order.cap().isPresent()) {
            int cap = order.cap().get();
            int used = quota.orElseThrow(() -> Problem.field("cap", "what-if.no-quota"))
                    .used();
            if (cap < used) {
                throw Problem.field("cap", "quota.below-used", used);
            }
        }
        return new Read(order, scope, period, quota);
    }

    /** The cap that holds for the whole of the scope and for nothing beside it. */
    private Optional<Quota> quota(User user, Installed measure, AwardType type, Scope scope, Period period) {
        boolean country = type.quota() == AwardType.Quota.COUNTRY_YEAR;
        boolean region = scope.prefixes().size() == 1 && scope.prefixes().get(0).length() == 2;
        if (type.quota() == AwardType.Quota.NONE || !(country ? scope.isCountry() : region)) {
            return Optional.empty();
        }
        String place = country ? "" : scope.prefixes().get(0) + "0000000";
        return quotas.list(user, measure.code(), Optional.of(period.year())).stream()
                .filter(q -> q.type().equals(type.code()) && q.territory().equals(place))
                .findFirst();
    }

    WhatIfPass pass(Read read) {
        WhatIfOrder order = read.order();
        Map<String, Message> absences = sweeps.programme(read.scope(), read.period()).offers().stream()
                .filter(o -> o.code().equals(order.measure().code()))
                .findFirst()
                .map(Programme.Offer::absences)
                .orElse(Map.of());
        Optional<Long> quota = read.quota().map(Quota::id);
        return passes.of(
                new Asked(read.scope(), read.period(), order.measure().code(), order.now(), order.then(), quota),
                () -> sweeps.ledger()
                        .database()
                        .read(tx -> WhatIfPass.over(
                                tx,
                                read.scope(),
                                read.period(),
                                order.measure(),
                                order.now(),
                                order.then(),
                                absences,
                                quota)));
    }

    /** @param byRegion rows by region; else by district. Nothing is written. */
    Outlook look(Caller caller, Question question, boolean byRegion) {
        Read read = read(caller.user(), question, Right.CHILDREN_READ);
        WhatIfPass pass = pass(read);
        WhatIfOrder order = read.order();
        Language language = caller.language();
        String type = order.now().code();
        Optional<Price> usual = WhatIfOrder.paid(order.measure()) ? pass.usual(type) : Optional.empty();
        WhatIfSums sums = new WhatIfSums(sweeps, figures, read, pass, usual, byRegion);
        Place place =
                question.territory().map(code -> sweeps.place(code, language)).orElse(null);
        return new Outlook(
                order.measure().code(),
                order.measure().clause().number(),
                order.measure().clause().name().in(language),
                type,
                sweeps.text(language, Message.of(order.measure().code() + ".award." + type)),
                read.period().day(),
                place,
                new WhatIfParameters(sweeps, language).of(read, usual, question.typed()),
                sweeps.text(language, Words.of(Levers.possible(order.now()))),
                sweeps.text(language, Words.of(Levers.possible(order.then()))),
                WhatIfSums.tenge(usual.map(p -> pass.year(p, order.monthly()))),
                WhatIfSums.tenge(order.price().or(() -> usual).map(p -> pass.year(p, order.monthly()))),
                read.quota().map(q -> places(q, read, pass)).orElse(null),
                sums.total(),
                sums.rows(language));
    }

    private static Outlook.Places places(Quota quota, Read read, WhatIfPass pass) {
        long waiting = pass.waiting().size();
        long calledNow = Math.min(read.freeNow(), waiting);
        long calledThen = Math.min(read.freeThen(), waiting);
        return new Outlook.Places(
                quota.cap(),
                read.order().cap().orElse(quota.cap()),
                quota.used() + calledNow,
                quota.used() + calledThen,
                waiting - calledNow,
                waiting - calledThen);
    }
}
