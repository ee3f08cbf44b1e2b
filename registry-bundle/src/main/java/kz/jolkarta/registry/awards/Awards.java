package kz.jolkarta.registry.awards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.FieldValues;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.roadmaps.Fulfilment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Awards to children and staff. A place of the quota is taken when an award is approved and given back when it is refused or returned. Those
 * outside the caller's territories answer exactly as unknown ones.
 */
@Component(service = Awards.class)
public final class Awards {
    private static final String KIND = "award";
    private static final int KNOWN = 1000;

    private final Ledger ledger;
    private final AwardRules rules;
    private final Scores scores;
    private final AwardMoves moves;
    private final Remembered<Asked, Map<AwardState, Long>> states;
    private final Remembered<Listed, List<Long>> pages;

    private record Asked(String measure, AwardFilter filter, Scope scope) {}

    private record Listed(Asked asked, Paging page) {}

    @Activate
    public Awards(@Reference Ledger ledger, @Reference Quotas quotas) {
        this.ledger = ledger;
        this.states = new Remembered<>(ledger.database(), KNOWN);
        this.pages = new Remembered<>(ledger.database(), KNOWN);
        this.rules = new AwardRules(ledger);
        this.scores = new Scores(ledger);
        this.moves = new AwardMoves(ledger, quotas.places(), rules, scores);
    }

    public Page<Award> list(User user, String measure, AwardFilter filter, Paging page) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        List<Long> ids = pages.of(
                new Listed(new Asked(installed.code(), filter, scope), page),
                () -> ledger.database().read(tx -> AwardStore.ids(tx, filter, installed.code(), scope, page)));
        return ledger.database().read(tx -> {
            List<Award> found = AwardStore.list(tx, ids);
            List<Award> rows = QueueStore.placed(tx, found).stream()
                    .map(a -> shown(user, a))
                    .toList();
            return page.page(rows, filter::key);
        });
    }

    /** How many awards of the filter are in each state. */
    Map<AwardState, Long> states(User user, String measure, AwardFilter filter) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        return states.of(
                new Asked(installed.code(), filter, scope),
                () -> ledger.database().read(tx -> AwardStore.states(tx, filter, installed.code(), scope)));
    }

    /** Notes the export and gives every award of the filter. */
    public Rows<Award> export(User user, String measure, AwardFilter filter) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        ledger.database().run(tx -> {
            long rows = AwardStore.count(tx, filter, installed.code(), scope);
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), measure + " rows=" + rows);
        });
        return visitor -> ledger.database().read(tx -> {
            AwardStore.each(tx, filter, installed.code(), scope, a -> visitor.accept(exported(user, a)));
            return null;
        });
    }

    /** @throws Problem NOT_FOUND */
    public Award get(User user, String measure, long id) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> answer(tx, user, installed, id));
    }

    /** @throws Problem NOT_FOUND */
    Scores.Explained score(User user, String measure, long id) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> scores.explain(tx, user, visible(tx, user, installed, id)));
    }

    /** What was done to it, newest first. @throws Problem NOT_FOUND */
    List<AwardStep> history(User user, String measure, long id) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> {
            visible(tx, user, installed, id);
            return AwardStore.history(tx, id);
        });
    }

    /** The person whom the award would go to. @throws Problem INVALID for one out of reach */
    Person person(User user, AwardInput input) {
        return ledger.database().call(tx -> person(tx, user, input));
    }

    /**
     * What the kind demands of the person on the first day, or today when there is none, and that the person holds none already; nothing is
     * written.
     */
    List<Demand> demands(User user, String measure, AwardInput input) {
        Installed installed = ledger.measures().require(measure);
        AwardType type = type(installed, input.type());
        LocalDate today = ledger.clock().today();
        return ledger.database().call(tx -> {
            person(tx, user, input);
            List<Demand> demands = new ArrayList<>(
                    rules.demands(tx, installed, type, input, input.from() == null ? today : input.from()));
            Holding.key(measure, type, input, input.yearOr(today))
                    .map(key -> AwardStore.holder(tx, key).isEmpty())
                    .map(free -> new Demand(
                            Message.of("award.limit." + Moves.code(type.limit())),
                            free ? List.of() : List.of(Message.of("award.held"))))
                    .ifPresent(demands::add);
            return demands;
        });
    }

    /**
     * Proposes an award.
     *
     * @throws Unentitled when the person does not meet what the kind demands on the first day, or today when there is none
     * @throws Problem INVALID for a person out of reach or money from an unlawful source; CONFLICT when the person holds one already
     */
    public Award create(User user, String measure, AwardInput input) {
        Installed installed = ledger.measures().require(measure);
        input.check();
        AwardType type = type(installed, input.type());
        String fields = FieldValues.json(type.fields(), input.fields());
        LocalDate today = ledger.clock().today();
        int year = input.yearOr(today);
        Optional<Long> amount = rules.checked(installed, type, input, year, today);
        Optional<String> holder = Holding.key(measure, type, input, year);
        long id = ledger.database().nextId();
        Person holds = ledger.database().call(tx -> person(tx, user, input));
        ledger.requireRun(measure, holds.territory(), input.from() == null ? today : input.from());
        Supplier<Award> work = () -> ledger.database().call(tx -> {
            Person person = person(tx, user, input);
            rules.requireEntitled(tx, type, input, input.from() == null ? today : input.from());
            if (holder.isPresent()) {
                AwardStore.holder(tx, holder.get()).ifPresent(Awards::refuseSecond);
            }
            AwardStore.insert(
                    tx,
                    new AwardStore.New(
                            id,
                            measure,
                            year,
                            person.territory(),
                            holder,
                            fields,
                            user.id(),
                            ledger.clock().now()),
                    input,
                    amount);
            scores.keep(tx, type, id, input.staffId());
            ledger.record(tx, user, Action.CREATE, KIND, id, person.territory(), measure + "/" + input.type());
            return answer(tx, user, installed, id);
        });
        return Duplicates.as(work, () -> Problem.conflict("award.held"));
    }

    private static void refuseSecond(long id) {
        throw Problem.conflict("award.held").with("held", id);
    }

    private Person person(Tx tx, User user, AwardInput input) {
        Scope scope = Ledger.writing(user);
        return input.childId() != null
                ? ledger.child(tx, "childId", input.childId(), scope)
                : ledger.staff(tx, "staffId", input.staffId(), scope);
    }

    /** @throws Problem STALE with the difference; CONFLICT once it is refused, returned or ended; INVALID when person, kind or year are changed */
    public Award update(User user, String measure, long id, int version, AwardInput input) {
        Installed installed = ledger.measures().require(measure);
        input.check();
        AwardType type = type(installed, input.type());
        String fields = FieldValues.json(type.fields(), input.fields());
        return ledger.database().call(tx -> {
            Award found = visible(tx, user, installed, id);
            rules.requireRight(user, type, found, found.state().placed());
            if (found.version() != version) {
                throw Difference.stale(input, found.input());
            }
            AwardRules.requireSameMatter(found, input);
            if (AwardState.MOVES.after(found.state()).isEmpty()) {
                throw Problem.conflict("record.final", AwardState.MOVES.name(found.state()));
            }
            LocalDate proposed = rules.proposed(found);
            Optional<Long> amount = rules.checked(installed, type, input, found.year(), proposed);
            if (found.state().placed()) {
                rules.requireProtocol(type, input.protocolNumber());
            }
            AwardInput before = found.input();
            // What was proved is not asked again for a corrected number of a document.
            if (!Objects.equals(before.from(), input.from()) || !before.fields().equals(input.fields())) {
                rules.requireProof(tx, type, input, input.from() == null ? proposed : input.from());
            }
            if (!AwardStore.update(tx, id, version, input, amount, fields)) {
                throw Difference.stale(input, visible(tx, user, installed, id).input());
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, found.territory(), measure + "/" + input.type());
            if (found.childId() != null) {
                Fulfilment.settle(tx, ledger, user, List.of(found.childId()));
            }
            return answer(tx, user, installed, id);
        });
    }

    /**
     * Brings an award into another state. Approving takes a place of the quota; refusing an approved one or taking an issued one back frees it
     * for the first who waits. An award of a kind with a queue that finds no place stays with the commission and waits.
     *
     * @param version the version the caller saw, when told
     * @throws Problem CONFLICT for an illegal move, or when the quota is used up or not set
     */
    public Award move(User user, String measure, long id, OptionalInt version, StateChange change) {
        Installed installed = ledger.measures().require(measure);
        AwardState to = change.to(AwardState.class);
        // Two may put down the year's cap at once; the second finds it the next time.
        return Duplicates.again(() -> ledger.database().call(tx -> {
            moves.move(tx, user, installed, visible(tx, user, installed, id), version, to, change.reason());
            return answer(tx, user, installed, id);
        }));
    }

    private Award answer(Tx tx, User user, Installed measure, long id) {
        return shown(
                user,
                QueueStore.placed(tx, List.of(visible(tx, user, measure, id))).get(0));
    }

    private Award visible(Tx tx, User user, Installed measure, long id) {
        return AwardStore.find(tx, measure.code(), id, Ledger.reading(user)).orElseThrow(Problem::notFound);
    }

    private static AwardType type(Installed measure, String type) {
        return measure.award(type).orElseThrow(() -> Problem.field("type", "record.type-unknown", measure.code()));
    }

    private static Award shown(User user, Award award) {
        boolean named = award.childId() != null
                ? Ledger.names(user, award.territory())
                : user.scope(Right.ORGANISATIONS_READ).covers(award.territory());
        return named ? award : award.withoutName();
    }

    /** Names leave the system only with the right to export children. */
    private static Award exported(User user, Award award) {
        return user.scope(Right.CHILDREN_EXPORT).covers(award.territory()) ? award : award.withoutName();
    }
}
