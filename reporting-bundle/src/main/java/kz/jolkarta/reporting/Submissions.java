package kz.jolkarta.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.ConstraintViolation;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way of a region's yearly report: texts beside the figures, handing in, giving back. Whoever writes records of the whole region
 * ({@code RECORDS_WRITE}) writes texts; whoever approves awards of the region ({@code AWARDS_APPROVE}) hands in; whoever sees the figures of the
 * country ({@code REPORTS_READ}) and keeps its programme ({@code PROGRAMME_WRITE}) gives back.
 */
@Component(service = Submissions.class)
public final class Submissions {
    private static final String KIND = "report";

    private final Reports reports;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public Submissions(
            @Reference Reports reports,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param before empty cells when the figure was not there */
    record Changed(Snapshot.Key key, Cell before, Cell now) {
        /** Whether it fell, or is gone. */
        boolean fell() {
            return before.value().isPresent()
                    && now.value()
                            .map(n -> n.compareTo(before.value().get()) < 0)
                            .orElse(true);
        }
    }

    /**
     * Everything about a report.
     *
     * @param texts by the measure's code
     * @param revisions the newest first
     * @param changes since the newest one
     */
    record Book(
            RegionReport report,
            Deadlines deadlines,
            LocalDate today,
            Map<String, ReportText> texts,
            ReportChecks checks,
            List<Submission> revisions,
            List<Changed> changes) {
        Optional<Submission> last() {
            return revisions.stream().findFirst();
        }

        /** Whether the region has nothing more to do. */
        boolean handedIn() {
            return last().filter(s -> !s.returned()).isPresent();
        }

        ReportText text(String measure) {
            return texts.getOrDefault(measure, ReportText.none(measure));
        }
    }

    /** @throws Problem as {@link Reports#region} */
    Book open(User user, Language language, String year, String region) {
        RegionReport report = reports.region(user, language, year, region);
        String code = report.region().code();
        Map<String, ReportText> texts = new HashMap<>();
        texts(report.year(), code).forEach(t -> texts.put(t.measure(), t));
        List<Submission> revisions = database.read(tx -> SubmissionStore.of(tx, report.year(), code, clock.zone()));
        return new Book(
                report,
                Deadlines.of(report.year()),
                clock.today(),
                texts,
                ReportChecks.of(report, before(user, language, report), texts, changes(report)),
                revisions,
                revisions.isEmpty() ? List.of() : changes(user, report, revisions.get(0)));
    }

    private Optional<RegionReport> before(User user, Language language, RegionReport report) {
        if (report.year() <= Resolution997.programme().firstYear()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reports.region(
                    user,
                    language,
                    String.valueOf(report.year() - 1),
                    report.region().code()));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            // The region was made since.
            return Optional.empty();
        }
    }

    private Set<String> changes(RegionReport report) {
        return report.measures().stream()
                .filter(m -> !m.indicators().isEmpty())
                .map(m -> reports.measure(m.code(), reports.period(String.valueOf(report.year()))))
                .flatMap(m -> m.indicators().stream()
                        .filter(i -> i.figure() instanceof Figure.Change)
                        .map(i -> m.code() + "/" + i.code()))
                .collect(Collectors.toSet());
    }

    private List<Changed> changes(User user, RegionReport report, Submission last) {
        boolean open = !seesChildren(user, report);
        Map<Snapshot.Key, Cell> before = new Snapshot(database.read(
                        tx -> SubmissionStore.content(tx, last.year(), last.region(), last.revision(), open)
                                .orElseThrow(Problem::notFound)))
                .cells();
        Map<Snapshot.Key, Cell> now = Snapshot.of(report, List.of()).cells();
        List<Changed> changed = new ArrayList<>();
        now.forEach((key, cell) -> {
            Cell was = before.getOrDefault(key, Cell.NOT_REPORTED);
            if (!same(was, cell)) {
                changed.add(new Changed(key, was, cell));
            }
        });
        before.forEach((key, cell) -> {
            if (!now.containsKey(key) && !same(cell, Cell.NOT_REPORTED)) {
                changed.add(new Changed(key, cell, Cell.NOT_REPORTED));
            }
        });
        return changed;
    }

    private static boolean same(Cell one, Cell other) {
        return one.state() == other.state()
                && one.value().isPresent() == other.value().isPresent()
                && (one.value().isEmpty()
                        || one.value().get().compareTo(other.value().get()) == 0);
    }

    /** The same question as for the cells of the report: all of its children, or they are protected. */
    private boolean seesChildren(User user, RegionReport report) {
        Scope area = reports.area(user, report.region().code(), reports.period(String.valueOf(report.year())))
                .scope();
        return area.within(user.scope(Right.CHILDREN_READ)).equals(area);
    }

    private List<ReportText> texts(int year, String region) {
        return database.read(tx -> SubmissionStore.texts(tx, year, region));
    }

    /** The last submission of each region in a year, by the region's code. */
    Map<String, Submission> last(User user, int year) {
        Scope scope = user.require(Right.REPORTS_READ);
        return database.read(tx -> SubmissionStore.last(tx, year, clock.zone())).stream()
                .filter(s -> scope.covers(s.region()))
                .collect(Collectors.toMap(Submission::region, s -> s));
    }

    List<ReportText> texts(User user, String year, String region) {
        Where where = where(user, year, region);
        return texts(where.year(), where.region());
    }

    List<Submission> list(User user, String year, String region) {
        Where where = where(user, year, region);
        return database.read(tx -> SubmissionStore.of(tx, where.year(), where.region(), clock.zone()));
    }

    private record Where(int year, String region) {}

    private Where where(User user, String year, String region) {
        if (!region.matches("\\d{2}|\\d{2}0{7}")) {
            throw Problem.notFound();
        }
        var period = reports.period(year);
        return new Where(period.year(), reports.area(user, region, period).code());
    }

    /** What somebody writes; null members were not given. */
    record TextInput(String measure, String kk, String ru) {}

    /**
     * Writes a text.
     *
     * @param version that the writer has seen, 0 for none; empty takes the present one
     * @throws Problem INVALID for an unknown measure or too long a text; STALE when somebody else was faster
     */
    ReportText write(User user, String year, String region, TextInput input, OptionalInt version) {
        Where where = where(user, year, region);
        user.require(Right.RECORDS_WRITE, where.region());
        ReportText wanted = wanted(input);
        return unique(() -> database.call(tx -> {
            ReportText stored = SubmissionStore.texts(tx, where.year(), where.region()).stream()
                    .filter(t -> t.measure().equals(wanted.measure()))
                    .findFirst()
                    .orElse(ReportText.none(wanted.measure()));
            if (version.isPresent() && version.getAsInt() != stored.version()) {
                throw Versions.stale(input, new TextInput(stored.measure(), stored.kk(), stored.ru()));
            }
            Instant now = clock.now();
            ReportText made = new ReportText(
                    wanted.measure(),
                    wanted.kk(),
                    wanted.ru(),
                    Optional.of(user.login()),
                    Optional.of(now),
                    stored.version());
            if (stored.version() == 0) {
                SubmissionStore.insert(tx, database.nextId(), where.year(), where.region(), made, user, now);
            } else if (!SubmissionStore.update(tx, where.year(), where.region(), made, user, now)) {
                throw Versions.stale(input, new TextInput(stored.measure(), stored.kk(), stored.ru()));
            }
            record(tx, user, Audit.Action.UPDATE, where, "text " + wanted.measure());
            return new ReportText(made.measure(), made.kk(), made.ru(), made.by(), made.at(), stored.version() + 1);
        }));
    }

    private static ReportText wanted(TextInput input) {
        String measure = input.measure() == null ? "" : input.measure();
        if (Resolution997.programme().clause(measure).isEmpty()) {
            throw Problem.field("measure", "report.text.measure");
        }
        ReportText text = new ReportText(
                measure, stripped(input.kk()), stripped(input.ru()), Optional.empty(), Optional.empty(), 0);
        if (text.kk().length() > ReportText.LONGEST) {
            throw Problem.field("kk", "report.text.long", ReportText.LONGEST);
        }
        if (text.ru().length() > ReportText.LONGEST) {
            throw Problem.field("ru", "report.text.long", ReportText.LONGEST);
        }
        return text;
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    boolean mayWrite(User user, String region) {
        return user.scope(Right.RECORDS_WRITE).covers(region);
    }

    boolean maySubmit(User user, String region) {
        return user.scope(Right.AWARDS_APPROVE).covers(region);
    }

    boolean mayGiveBack(User user) {
        return user.scope(Right.REPORTS_READ).isCountry() && user.has(Right.PROGRAMME_WRITE);
    }

    /**
     * Freezes the report as it stands now.
     *
     * @throws Problem CONFLICT while a row is missing, or when nothing has changed since the last one
     */
    Submission submit(User user, String year, String region) {
        Where where = where(user, year, region);
        user.require(Right.AWARDS_APPROVE, where.region());
        List<ReportText> texts = texts(where.year(), where.region());
        RegionReport whole =
                report(where, Map.of(Right.REPORTS_READ, Scope.COUNTRY, Right.CHILDREN_READ, Scope.COUNTRY));
        List<ReportChecks.Finding> missing = ReportChecks.of(
                        whole,
                        Optional.empty(),
                        texts.stream().collect(Collectors.toMap(ReportText::measure, t -> t)),
                        Set.of())
                .of(ReportChecks.Kind.MISSING);
        if (!missing.isEmpty()) {
            throw Problem.conflict(
                    "report.submit.missing",
                    missing.stream().map(f -> String.valueOf(f.number())).collect(Collectors.joining(", ")));
        }
        Snapshot full = Snapshot.of(whole, texts);
        Snapshot open = Snapshot.of(report(where, Map.of(Right.REPORTS_READ, Scope.COUNTRY)), texts);
        String hash = full.hash();
        return unique(() -> database.call(tx -> {
            List<Submission> earlier = SubmissionStore.of(tx, where.year(), where.region(), clock.zone());
            if (!earlier.isEmpty()
                    && !earlier.get(0).returned()
                    && earlier.get(0).hash().equals(hash)) {
                throw Problem.conflict("report.submit.unchanged");
            }
            Instant now = clock.now();
            boolean onTime = !clock.today().isAfter(Deadlines.of(where.year()).regions());
            Submission made = new Submission(
                    where.year(),
                    where.region(),
                    earlier.isEmpty() ? 1 : earlier.get(0).revision() + 1,
                    hash,
                    user.login(),
                    now,
                    onTime,
                    Optional.empty(),
                    Optional.empty(),
                    "");
            SubmissionStore.insert(tx, database.nextId(), made, full, open);
            record(tx, user, Audit.Action.APPROVE, where, "revision " + made.revision() + " " + hash);
            return made;
        }));
    }

    /** In Kazakh, the language of the act. */
    private RegionReport report(Where where, Map<Right, Scope> sight) {
        User reader = new User(0, "report", sight, Language.KK);
        return reports.region(reader, Language.KK, String.valueOf(where.year()), where.region());
    }

    /** Somebody else who wrote the same row first is a conflict that the user can mend by looking again. */
    private static <T> T unique(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ConstraintViolation violation) {
            throw Problem.conflict("report.submit.meanwhile");
        }
    }

    /**
     * The frozen bytes, whose SHA-256 anybody can compute.
     *
     * @throws Problem FORBIDDEN without the right to the children of the region: cells of fewer than five stand in it
     */
    byte[] content(User user, String year, String region, int revision) {
        Where where = where(user, year, region);
        user.require(Right.CHILDREN_READ, where.region());
        return database.call(tx -> {
            String found = SubmissionStore.content(tx, where.year(), where.region(), revision, false)
                    .orElseThrow(Problem::notFound);
            record(tx, user, Audit.Action.EXPORT, where, "revision " + revision);
            return new Snapshot(found).bytes();
        });
    }

    /**
     * Gives the last revision back with what has to be mended.
     *
     * @throws Problem INVALID without remarks; CONFLICT unless it is the last one and was not given back before
     */
    void giveBack(User user, String year, String region, int revision, String remarks) {
        Where where = where(user, year, region);
        if (!mayGiveBack(user)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        String said = stripped(remarks);
        if (said.isEmpty()) {
            throw Problem.field("remarks", "report.return.remarks");
        }
        if (said.length() > ReportText.LONGEST) {
            throw Problem.field("remarks", "report.text.long", ReportText.LONGEST);
        }
        database.run(tx -> {
            Submission last = SubmissionStore.of(tx, where.year(), where.region(), clock.zone()).stream()
                    .findFirst()
                    .orElseThrow(Problem::notFound);
            if (last.revision() != revision || !SubmissionStore.giveBack(tx, last, said, user, clock.now())) {
                throw Problem.conflict("report.submit.meanwhile");
            }
            record(tx, user, Audit.Action.UPDATE, where, "revision " + revision + " returned");
        });
    }

    private void record(kz.jolkarta.core.db.Tx tx, User user, Audit.Action action, Where where, String detail) {
        audit.record(tx, user, new Audit.Entry(action, KIND, 0, where.region(), where.year() + " " + detail));
    }
}
