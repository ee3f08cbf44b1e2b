package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.core.time.WorkingCalendar;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When which report is due: what the acts say, and the orders by which the national office has changed it. */
@Component(service = ReportCalendar.class)
public final class ReportCalendar {
    private static final String KIND = "report-term";

    private final Programmes programmes;
    private final WorkingCalendar working;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public ReportCalendar(
            @Reference Programmes programmes,
            @Reference WorkingCalendar working,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.programmes = programmes;
        this.working = working;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** A report of a year with its term. */
    record Entry(Term term, int year, Due due) {}

    /** Of the reports by № 997. */
    Deadlines of(int year) {
        return deadlines(all(), year);
    }

    /** Of the report that is the next to be made: the last year's until the ministry has informed the government. */
    Deadlines current() {
        List<Term> terms = all();
        int year = clock.today().getYear();
        Deadlines last = deadlines(terms, year - 1);
        return last.nation().onTime(clock.now()) ? last : deadlines(terms, year);
    }

    private Deadlines deadlines(List<Term> terms, int year) {
        String code = Resolution997.programme().code();
        return new Deadlines(
                year,
                due(terms, code, PeriodKind.YEAR, Reporter.REGION, year),
                due(terms, code, PeriodKind.YEAR, Reporter.NATION, year));
    }

    private Due due(List<Term> terms, String programme, PeriodKind period, Reporter reporter, int year) {
        return holding(of(terms, programme, period, reporter), period.lastDay(year))
                .in(year, working, clock);
    }

    /** The latest that holds already; before any did, the act's own. */
    private static Term holding(List<Term> terms, LocalDate day) {
        return terms.stream()
                .filter(t -> !t.validFrom().isAfter(day))
                .max(Comparator.comparing(Term::validFrom).thenComparing(Term::number))
                .orElse(terms.get(0));
    }

    private static List<Term> of(List<Term> terms, String programme, PeriodKind period, Reporter reporter) {
        return terms.stream().filter(t -> t.isOf(programme, period, reporter)).toList();
    }

    /** Every report of a year, of all programmes, in the order they are due. */
    List<Entry> entries(int year) {
        List<Term> terms = all();
        return terms.stream()
                .filter(t -> t.number() == 0)
                .map(t -> holding(
                        of(terms, t.programme(), t.period(), t.reporter()),
                        t.period().lastDay(year)))
                .map(t -> new Entry(t, year, t.in(year, working, clock)))
                .sorted(Comparator.comparing((Entry e) -> e.due().day())
                        .thenComparing(e -> e.term().programme()))
                .toList();
    }

    /** One term, the act's own first, then its changes in the order they were made. @throws Problem NOT_FOUND */
    List<Term> changes(String programme, String period, String reporter) {
        Optional<PeriodKind> kind = PeriodKind.of(period);
        Optional<Reporter> who = Stream.of(Reporter.values())
                .filter(r -> Json.name(r).equals(reporter))
                .findFirst();
        List<Term> found = kind.isEmpty() || who.isEmpty() ? List.of() : of(all(), programme, kind.get(), who.get());
        if (found.isEmpty()) {
            throw Problem.notFound();
        }
        return found;
    }

    private List<Term> all() {
        List<Term> terms = new ArrayList<>();
        for (Programme programme : programmes.all()) {
            LocalDate first = LocalDate.of(programme.firstYear(), 1, 1);
            programme
                    .reports()
                    .forEach(r -> PeriodKind.of(r.code()).ifPresent(kind -> {
                        terms.add(Term.ofAct(
                                programme.code(), kind, Reporter.REGION, r.regions(), r.followingYear(), first));
                        terms.add(Term.ofAct(
                                programme.code(), kind, Reporter.NATION, r.ministry(), r.followingYear(), first));
                    }));
        }
        terms.addAll(database.read(TermStore::all));
        return terms;
    }

    boolean mayChange(User user) {
        return user.scope(Right.PROGRAMME_WRITE).isCountry();
    }

    /**
     * Adds a change; what was due before stays as it was.
     *
     * @param version number of the last change the caller saw
     * @throws Problem FORBIDDEN without the right over the whole country; INVALID when a report it would hold for is due already, or would be at once;
     *     STALE when there is a later change
     */
    Term change(User user, String programme, String period, String reporter, OptionalInt version, TermInput input) {
        if (!user.require(Right.PROGRAMME_WRITE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        List<Term> terms = changes(programme, period, reporter);
        Term last = terms.get(terms.size() - 1);
        input.check();
        if (version.isEmpty()) {
            throw Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match-missing");
        }
        if (version.getAsInt() != last.number()) {
            throw Versions.stale(input, input(last));
        }
        Term made = new Term(
                programme,
                last.period(),
                last.reporter(),
                last.number() + 1,
                input.due(),
                last.following(),
                Optional.ofNullable(input.lock()),
                input.weekend(),
                input.validFrom(),
                Optional.of(input.reason()),
                Optional.of(input.order()),
                Optional.of(input.orderDate()),
                Optional.of(user.login()),
                Optional.of(clock.now()));
        requireToCome(terms, made);
        return ReportKey.unique(() -> database.call(tx -> {
            TermStore.insert(tx, database.nextId(), made);
            audit.record(tx, user, new Audit.Entry(Audit.Action.CREATE, KIND, 0, "", detail(last, made)));
            return made;
        }));
    }

    private static TermInput input(Term term) {
        return new TermInput(
                term.due(),
                term.lock().orElse(null),
                term.weekend(),
                term.validFrom(),
                term.reason().orElse(""),
                term.order().orElse(""),
                term.orderDate().orElse(null));
    }

    /** Whoever has handed in on time stays so, and nobody becomes late by an order. */
    private void requireToCome(List<Term> terms, Term made) {
        int year = made.period().firstEndingFrom(made.validFrom());
        Due before = holding(terms, made.period().lastDay(year)).in(year, working, clock);
        if (!before.onTime(clock.now())) {
            throw Problem.field("validFrom", "report.calendar.due-already", String.valueOf(year));
        }
        if (!made.in(year, working, clock).onTime(clock.now())) {
            throw Problem.field("due", "report.calendar.due-at-once", String.valueOf(year));
        }
    }

    private static String detail(Term last, Term made) {
        return made.programme() + " " + Json.name(made.period()) + " " + Json.name(made.reporter()) + " " + last.due()
                + " > " + made.due() + " lock="
                + made.lock().map(Object::toString).orElse("-") + " weekend="
                + Json.name(made.weekend()) + " from=" + made.validFrom() + " order="
                + made.order().orElse("");
    }
}
