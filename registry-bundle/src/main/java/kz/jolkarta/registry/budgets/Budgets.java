package kz.jolkarta.registry.budgets;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money planned for a measure by territory, source and year. What is spent follows from the payments. */
@Component(service = Budgets.class)
public final class Budgets {
    private static final String KIND = "budget";
    private static final int KNOWN = 500;

    private final Ledger ledger;
    private final Remembered<Asked, List<Budget>> listed;

    private final Remembered<Whole, Found> whole;

    private record Asked(String measure, BudgetFilter filter, int year, Scope scope) {}

    private record Whole(int year, Optional<FundingSource> source, Scope scope) {}

    /** The money of all measures. @param places by measure */
    private record Found(
            List<BudgetStore.OfMeasure> plans, List<BudgetStore.Paid> paid, Map<String, BudgetStore.Places> places) {}

    @Activate
    public Budgets(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.listed = new Remembered<>(ledger.database(), KNOWN);
        this.whole = new Remembered<>(ledger.database(), KNOWN);
    }

    /** Those of one year, by territory and source. */
    List<Budget> list(User user, String measure, BudgetFilter filter) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = filter.within(Ledger.reading(user));
        int year = filter.year().orElse(ledger.clock().today().getYear());
        return listed.of(
                new Asked(measure, filter, year, scope),
                () -> ledger.database()
                        .read(tx -> seen(
                                tx, installed, year, BudgetStore.list(tx, measure, year, filter.source(), scope))));
    }

    /** What was planned and paid for every measure that needs money, one row for each of its sources. */
    List<MeasureMoney> money(User user, BudgetFilter filter) {
        Scope scope = filter.within(Ledger.reading(user));
        int year = filter.year().orElse(ledger.clock().today().getYear());
        Found found = found(year, filter.source(), scope);
        return ledger.measures().installed().stream()
                .flatMap(m -> m.clause().sources().stream()
                        .sorted()
                        .filter(s -> filter.source().map(s::equals).orElse(true))
                        .map(s -> MeasureMoney.of(
                                m,
                                s,
                                found.plans(),
                                found.paid(),
                                Optional.ofNullable(found.places().get(m.code())))))
                .toList();
    }

    private Found found(int year, Optional<FundingSource> source, Scope scope) {
        return whole.of(
                new Whole(year, source, scope),
                () -> ledger.database()
                        .read(tx -> new Found(
                                BudgetStore.plans(tx, year, source, scope),
                                BudgetStore.paid(tx, year, source, scope),
                                BudgetStore.places(tx, year, scope).stream()
                                        .collect(Collectors.toMap(BudgetStore.Places::measure, p -> p)))));
    }

    /** What was paid for the measure in the year, in tenge. */
    public BigDecimal paid(User user, String measure, int year) {
        Scope scope = Ledger.reading(user);
        return Money.tenge(found(year, Optional.empty(), scope).paid().stream()
                .filter(p -> p.measure().equals(measure))
                .mapToLong(BudgetStore.Paid::tiyn)
                .sum());
    }

    /** Notes the export. */
    List<Budget> export(User user, String measure, BudgetFilter filter) {
        List<Budget> budgets = list(user, measure, filter);
        ledger.database().run(tx -> {
            String detail = measure + " rows=" + budgets.size();
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), detail);
        });
        return budgets;
    }

    private static List<Budget> seen(Tx tx, Installed measure, int year, List<BudgetStore.Planned> plans) {
        Map<FundingSource, Spending> spent = BudgetStore.spent(tx, measure.code(), year);
        Map<FundingSource, Spending> committed = BudgetStore.committed(tx, measure.code(), year, monthly(measure));
        Spending nothing = new Spending();
        return plans.stream()
                .map(plan -> budget(
                        plan,
                        spent.getOrDefault(plan.source(), nothing).in(plan.territory()),
                        committed.getOrDefault(plan.source(), nothing).in(plan.territory())))
                .toList();
    }

    private static Budget budget(BudgetStore.Planned plan, long spent, long committed) {
        return new Budget(
                plan.id(),
                plan.territory(),
                plan.source(),
                plan.year(),
                Money.tenge(plan.tiyn()),
                Money.tenge(spent),
                Money.tenge(committed),
                Money.tenge(plan.tiyn() - spent - committed),
                plan.version());
    }

    private static Collection<String> monthly(Installed measure) {
        return measure.awards().stream()
                .filter(type -> type.rule(Rule.Monthly.class).isPresent())
                .map(AwardType::code)
                .toList();
    }

    /**
     * Sets what is planned: makes the budget, or changes the one there is.
     *
     * @param version the version the caller saw; needed to change one
     * @throws Problem INVALID for a source that the clause does not allow; STALE when it was changed meanwhile
     */
    public Budget set(User user, String measure, OptionalInt version, BudgetInput input) {
        Installed installed = ledger.measures().require(measure);
        input.check();
        Money.source(installed, input.source());
        long tiyn = Money.tiyn("planned", input.planned());
        requirePlace(user, input.territory());
        long fresh = ledger.database().nextId();
        Supplier<Budget> work = () -> ledger.database().call(tx -> {
            Optional<BudgetStore.Planned> found = BudgetStore.find(tx, measure, input);
            if (found.isPresent()) {
                change(tx, user, measure, found.get(), version, input, tiyn);
            } else {
                BudgetStore.insert(tx, fresh, measure, input, tiyn);
                audit(
                        tx,
                        user,
                        Action.CREATE,
                        fresh,
                        measure,
                        input,
                        Money.tenge(tiyn).toPlainString());
            }
            BudgetStore.Planned now = BudgetStore.find(tx, measure, input).orElseThrow();
            return seen(tx, installed, now.year(), List.of(now)).get(0);
        });
        return Duplicates.as(work, () -> Problem.conflict("record.moved"));
    }

    private void change(
            Tx tx,
            User user,
            String measure,
            BudgetStore.Planned found,
            OptionalInt version,
            BudgetInput input,
            long tiyn) {
        if (version.isEmpty()) {
            throw Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match-missing");
        }
        if (version.getAsInt() != found.version() || !BudgetStore.change(tx, found.id(), found.version(), tiyn)) {
            throw Difference.stale(input, budget(found, 0, 0).input());
        }
        String detail = Money.tenge(found.tiyn()) + " > " + Money.tenge(tiyn);
        audit(tx, user, Action.UPDATE, found.id(), measure, input, detail);
    }

    /** Takes a plan away; what was paid stays. @throws Problem NOT_FOUND; STALE when it was changed meanwhile */
    public void delete(User user, String measure, long id, int version) {
        ledger.measures().require(measure);
        ledger.database().run(tx -> {
            BudgetStore.Planned found =
                    BudgetStore.find(tx, measure, id, Ledger.reading(user)).orElseThrow(Problem::notFound);
            requireReach(user, found.territory());
            if (version != found.version() || !BudgetStore.delete(tx, id, version)) {
                throw Difference.version(version, found.version());
            }
            BudgetInput was = budget(found, 0, 0).input();
            audit(tx, user, Action.DELETE, id, measure, was, was.planned().toPlainString());
        });
    }

    private void requirePlace(User user, String territory) {
        if (!territory.isEmpty()) {
            ledger.requireTerritory(territory);
        }
        requireReach(user, territory);
    }

    private static void requireReach(User user, String territory) {
        if (!territory.isEmpty()) {
            user.require(Right.QUOTAS_WRITE, territory);
        } else if (!user.require(Right.QUOTAS_WRITE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
    }

    private void audit(Tx tx, User user, Action action, long id, String measure, BudgetInput key, String amounts) {
        String detail = measure + " " + key.source() + " " + key.year() + " " + amounts;
        ledger.record(tx, user, action, KIND, id, key.territory(), detail);
    }
}
