package kz.jolkarta.reporting;

import static kz.jolkarta.core.measure.Dimension.GRADE_BAND;
import static kz.jolkarta.core.measure.Dimension.LANGUAGE;
import static kz.jolkarta.core.measure.Dimension.SEX;
import static kz.jolkarta.core.measure.Dimension.TALENT;
import static kz.jolkarta.core.measure.Dimension.TYPE;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.files.PaperFiles;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.figures.FigureStore;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.tasks.OfficeDays;
import kz.jolkarta.registry.tasks.RegionReminders;
import kz.jolkarta.registry.tasks.Tasks;
import org.apache.karaf.shell.api.console.Session;

/** A node on 1 March 2026 with four measures, one of each kind, and the real tables of the registry. */
final class Node {
    /** The registry's tables and territorial units. */
    public static final class Registry implements BothEngines.Tables {
        @Override
        public void in(TestDatabase database) {
            new RegistrySchema(database.migrations(), database);
            new ReportingSchema(database.migrations());
        }
    }

    static final String ATYRAU = "230000000";
    static final String VILLAGE = "233633100";
    static final String DISTRICT = "233600000";
    static final String OTHER_VILLAGE = "231033100";
    static final String OTHER_DISTRICT = "231000000";
    static final String SEMEI = "101010000";

    static final Measures.Installed STATISTICS = measure(
            1,
            List.of(),
            List.of(),
            List.of(),
            Indicator.count("gifted", children(Criterion.gifted()), SEX, GRADE_BAND, TALENT),
            Indicator.change("gifted-change", children(Criterion.gifted())),
            Indicator.share("gifted-share", children(Criterion.gifted()), children(Criterion.everyone())));

    static final Measures.Installed TECHNOPARKS = measure(
            8,
            List.of(
                    ActivityType.forChildren("project", Criterion.everyone()),
                    ActivityType.forChildren("seminar", Criterion.everyone())),
            List.of(),
            List.of(),
            Indicator.count("participants", new Selection.Participants(Set.of(), 1, Criterion.everyone()), TYPE),
            Indicator.sum("hours", new Selection.Activities(Set.of(), Set.of("HELD")), Figure.Amount.HOURS));

    static final Measures.Installed CAMPS = measure(
            13,
            List.of(),
            List.of(AwardType.of(
                    "camp", Criterion.everyone(), AwardType.Quota.REGION_YEAR, AwardType.Limit.ONE_A_YEAR)),
            List.of(),
            Indicator.count("issued", new Selection.Awards(Set.of(), Set.of("ISSUED"))),
            Indicator.sum("quota", new Selection.Quotas(Set.of()), Figure.Amount.CAP),
            Indicator.sum("money", new Selection.Payments(Set.of()), Figure.Amount.PAID));

    static final Measures.Installed INFORMATION = measure(
            18,
            List.of(),
            List.of(),
            List.of(DeliverableType.of("video")),
            Indicator.count("materials", new Selection.Deliverables(Set.of(), Set.of("ADOPTED")), LANGUAGE));

    static final NodeKey KEY = key();

    /** Somebody is at the shell; no more is asked of it. */
    static final Session SHELL = (Session) Proxy.newProxyInstance(
            Node.class.getClassLoader(), new Class<?>[] {Session.class}, (shell, method, asked) -> "serik");

    final TestDatabase database;
    final Texts texts = TestTexts.ofClassPath();
    final FixedClock clock = FixedClock.at("2026-03-01");
    final Sets sets = new Sets();
    final Reports reports;
    final KnownReports known;
    final RowsBehind rows;
    final ReportCalendar calendar;
    final LateOpenings openings;
    final ReportReminders reminders;
    final OfficeDays days;
    final Tasks tasks;
    final Archive archive;
    final CountryYears years;
    final ArchiveEntries archiveEntries;
    final ArchiveFiles archiveFiles;
    final YearRows yearRows;
    final Targets targets;
    final TargetChanges targetChanges;
    final LastYears lastYears;
    final Freezer freezer;
    final Submissions submissions;
    final Verdicts verdicts;
    final Verifier verifier;
    final CmsSignatures signatures;
    final Revisions revisions;
    final SubmittedRows submittedRows;
    final ReportBooks books;
    final ReportTexts written;
    final ReportAttachments attachments;
    final RollUps rollUps;
    final NationReports nation;
    final NationSubmissions nationSubmissions;
    final ReportPapers papers;
    final Gazetteer territories;
    final Catalogue measures = new Catalogue();
    final List<Audit.Entry> audited = new ArrayList<>();

    Node(TestDatabase database) {
        this.database = database;
        FigureStore figures = new FigureStore(database);
        territories = new Gazetteer(database);
        reports = new Reports(figures, measures, territories, sets, texts, clock);
        known = new KnownReports(database, reports, measures, clock);
        rows = new RowsBehind(reports, figures, territories, texts, database, new Trail());
        ReportingSchema schema = new ReportingSchema(database.migrations());
        Ledger ledger = new Ledger(database, measures, new Trail(), clock, territories, null);
        days = new OfficeDays(ledger);
        tasks = new Tasks(ledger);
        calendar = new ReportCalendar(new Known(), days, database, new Trail(), clock, schema);
        openings = new LateOpenings(reports, calendar, database, new Trail(), clock, schema);
        reminders = new ReportReminders(calendar, new RegionReminders(ledger), territories, database, clock, schema);
        archive = new Archive(reports, known, territories, database, clock, schema);
        years = new CountryYears(known, archive);
        archiveEntries = new ArchiveEntries(archive, database, new Trail(), clock);
        archiveFiles = new ArchiveFiles(
                archive, archiveEntries, new SheetFiles(clock), new LocaleWording(texts, clock), database, new Trail());
        yearRows = new YearRows(reports, rows, archive, figures, database);
        lastYears = new LastYears(reports, known, archive);
        targets = new Targets(reports, calendar, territories, database, clock, schema);
        targetChanges = new TargetChanges(targets, database, new Trail(), clock);
        freezer = new Freezer(reports, figures, lastYears, targets, clock);
        submissions = new Submissions(
                reports, calendar, openings, reminders, freezer, KEY, database, new Trail(), clock, schema);
        verdicts = new Verdicts(reports, calendar, reminders, database, new Trail(), clock, schema);
        verifier = new Verifier(submissions, database, KEY);
        signatures = new CmsSignatures(submissions, verdicts, database, new Trail(), clock);
        revisions = new Revisions(submissions, verdicts, signatures, reports, known, database);
        submittedRows = new SubmittedRows(submissions, reports, rows, figures, database);
        books = new ReportBooks(reports, known, calendar, openings, lastYears, targets, database, clock, schema);
        written = new ReportTexts(reports, database, new Trail(), clock, schema);
        attachments = new ReportAttachments(
                reports, submissions, revisions, calendar, openings, database, new Trail(), clock);
        rollUps = new RollUps(reports, calendar, targets, territories, texts, database, clock, schema);
        nation = new NationReports(
                rollUps,
                new NationLastYears(reports, years, database, schema),
                targets,
                reports,
                calendar,
                texts,
                database,
                new Trail(),
                clock,
                schema);
        nationSubmissions = new NationSubmissions(nation, reports, calendar, KEY, database, new Trail(), clock);
        papers = new ReportPapers(
                reports,
                submissions,
                nation,
                lastYears,
                targets,
                years,
                calendar,
                new PaperFiles(texts),
                new SheetFiles(clock),
                new LocaleWording(texts, clock),
                texts,
                database,
                new Trail(),
                clock);
    }

    private static NodeKey key() {
        try {
            return new NodeKey(Files.createTempDirectory("node-key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RegionReport report(User user, String year, String region) {
        return reports.region(user, Language.KK, year, region);
    }

    IndicatorFigures indicator(User user, String measure, String code, String year, String territory) {
        return reports.measure(user, Language.EN, measure, year, territory).indicators().stream()
                .filter(i -> i.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Another person of the role. */
    static User user(String login, Role role, String... prefixes) {
        User same = user(role, prefixes);
        return new User(login.hashCode(), login, same.rights(), same.language());
    }

    /** The lines of a file of delimited text. */
    static List<String> csv(Response file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) file.getEntity()).write(out);
        return out.toString(StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .toList();
    }

    /** Prepares with one person and hands in with another. */
    Submission handIn(User coordinator, User approver, String year, String region) {
        submissions.prepare(coordinator, year, region);
        return submissions.submit(approver, year, region);
    }

    /** The same of the country's report. */
    NationReport tellGovernment(String year) {
        nationSubmissions.prepare(user("daulet", Role.ADMINISTRATOR, ""), year);
        return nationSubmissions.submit(user(Role.ADMINISTRATOR, ""), year);
    }

    static User user(Role role, String... prefixes) {
        Map<Right, Scope> rights = new EnumMap<>(Right.class);
        role.rights().forEach(r -> rights.put(r, new Scope(List.of(prefixes))));
        return new User(7, "aigul", rights, Language.KK);
    }

    void child(long id, String territory, String... talents) {
        database.run(tx -> {
            tx.update(
                    "insert into child (id, iin, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory, grade,"
                            + " registered_on, updated_at) values (:id, :iin, 'Ахметов', 'Әли', 'a', 'a', 'a', :born, 'MALE', :territory, 6,"
                            + " :since, :now)",
                    Map.of(
                            "id",
                            id,
                            "iin",
                            String.format("%012d", id),
                            "born",
                            LocalDate.of(2012, 5, 5),
                            "territory",
                            territory,
                            "since",
                            LocalDate.of(2019, 1, 1),
                            "now",
                            Instant.EPOCH));
            for (int i = 0; i < talents.length; i++) {
                tx.update(
                        "insert into child_talent (id, child_id, field, identified_on) values (:id, :child, :field, :on)",
                        Map.of("id", id * 10 + i, "child", id, "field", talents[i], "on", LocalDate.of(2019, 1, 1)));
            }
        });
    }

    void children(int count, long firstId, String territory, String talent) {
        for (int i = 0; i < count; i++) {
            child(firstId + i, territory, talent);
        }
    }

    void change(String sql, Map<String, ?> params) {
        database.run(tx -> tx.update(sql, params));
    }

    void activity(long id, String type, String starts, String state, Integer hours, long... attended) {
        database.run(tx -> {
            tx.update(
                    "insert into activity (id, measure, type, title, territory, starts, ends, hours, state, created_by, created_at)"
                            + " values (:id, 'technoparks', :type, 'Жоба', :district, :starts, :starts, :hours, :state, 1, :now)",
                    Map.of(
                            "id",
                            id,
                            "type",
                            type,
                            "district",
                            DISTRICT,
                            "starts",
                            LocalDate.parse(starts),
                            "hours",
                            Optional.ofNullable(hours),
                            "state",
                            state,
                            "now",
                            Instant.EPOCH));
            for (int i = 0; i < attended.length; i++) {
                tx.update(
                        "insert into participation (id, activity_id, child_id, state, applied_at) values (:id, :activity, :child,"
                                + " 'ATTENDED', :now)",
                        Map.of("id", id * 100 + i, "activity", id, "child", attended[i], "now", Instant.EPOCH));
            }
        });
    }

    void voucher(long id, long child, String territory, String state) {
        change(
                "insert into award (id, measure, type, award_year, territory, child_id, state, proposed_by, created_at)"
                        + " values (:id, 'health-camps', 'camp', 2025, :territory, :child, :state, 1, :now)",
                Map.of("id", id, "territory", territory, "child", child, "state", state, "now", Instant.EPOCH));
    }

    void quota(long id, int cap) {
        change(
                "insert into quota (id, measure, type, territory, quota_year, cap) values (:id, 'health-camps', 'camp', :region, 2025, :cap)",
                Map.of("id", id, "region", ATYRAU, "cap", cap));
    }

    void payment(long id, long tiyn) {
        payment(id, "health-camps", "LOCAL_BUDGET", DISTRICT, LocalDate.of(2025, 7, 1), tiyn);
    }

    void payment(long id, String measure, String source, String territory, LocalDate on, long tiyn) {
        change(
                "insert into payment (id, measure, type, territory, paid_on, amount, source, created_by, created_at)"
                        + " values (:id, :measure, 'camp', :territory, :on, :amount, :source, 1, :now)",
                Map.of(
                        "id",
                        id,
                        "measure",
                        measure,
                        "source",
                        source,
                        "territory",
                        territory,
                        "on",
                        on,
                        "amount",
                        tiyn,
                        "now",
                        Instant.EPOCH));
    }

    void budget(long id, String measure, String source, String territory, int year, long tiyn) {
        change(
                "insert into budget (id, measure, territory, source, budget_year, planned)"
                        + " values (:id, :measure, :territory, :source, :year, :planned)",
                Map.of(
                        "id",
                        id,
                        "measure",
                        measure,
                        "territory",
                        territory,
                        "source",
                        source,
                        "year",
                        year,
                        "planned",
                        tiyn));
    }

    /** A cabinet whose coordinator was appointed in 2024; the coordinator's id is the cabinet's and one. */
    void cabinet(long id, String territory) {
        Map<String, Object> params = Map.of(
                "id",
                id,
                "staff",
                id + 1,
                "territory",
                territory,
                "day",
                LocalDate.of(2024, 1, 1),
                "now",
                Instant.EPOCH);
        change(
                "insert into organisation (id, kind, name, name_key, territory, created_at)"
                        + " values (:id, 'CABINET', 'Әдістемелік кабинет', 'kabinet', :territory, :now)",
                params);
        change(
                "insert into staff (id, organisation_id, surname, given_name, name_key, position, valid_from, created_at)"
                        + " values (:staff, :id, 'Серік', 'Айгүл', 'serik', 'COORDINATOR', :day, :now)",
                params);
        change(
                "insert into appointment (id, organisation_id, staff_id, order_number, order_date, valid_from, created_by, created_at)"
                        + " values (:id, :id, :staff, '7', :day, :day, 1, :now)",
                params);
    }

    void empty() {
        database.clear(
                "task",
                "report_reminder",
                "report_opening",
                "report_term",
                "report_target",
                "archive_figure",
                "archive_entry",
                "nation_report",
                "report_preparation",
                "report_rows",
                "report_remark",
                "report_cms",
                "report_attachment_named",
                "report_attachment",
                "report_submission",
                "report_text",
                "participation",
                "payment",
                "budget",
                "award",
                "quota",
                "deliverable",
                "activity",
                "child_talent",
                "child",
                "appointment",
                "staff",
                "organisation");
    }

    private static Selection children(Criterion who) {
        return new Selection.Children(who);
    }

    private static Measures.Installed measure(
            int clause,
            List<ActivityType> activities,
            List<AwardType> awards,
            List<DeliverableType> deliverables,
            Indicator... indicators) {
        return measure(clause, Reach.EVERY_REGION, activities, awards, deliverables, indicators);
    }

    static Measures.Installed measure(
            int clause,
            Reach reach,
            List<ActivityType> activities,
            List<AwardType> awards,
            List<DeliverableType> deliverables,
            Indicator... indicators) {
        return new Measures.Installed(
                Resolution997.clause(clause),
                "test",
                "1.0.0",
                reach,
                activities,
                awards,
                deliverables,
                List.of(indicators));
    }

    /** What is installed and what was, for a test to change. */
    static final class Catalogue implements Measures {
        final List<Installed> present = new ArrayList<>(List.of(STATISTICS, TECHNOPARKS, CAMPS, INFORMATION));
        final List<Former> gone = new ArrayList<>();

        @Override
        public List<Installed> installed() {
            return present;
        }

        @Override
        public List<Former> former() {
            return gone;
        }

        @Override
        public List<Rejected> rejected() {
            return List.of();
        }

        @Override
        public Optional<Installed> find(String code) {
            return present.stream().filter(m -> m.code().equals(code)).findFirst();
        }

        @Override
        public Installed require(String code) {
            return find(code).orElseThrow(Problem::notFound);
        }
    }

    /** Which regions have a centre, and what they do not carry out, whatever the day. */
    static final class Sets implements RegionSets {
        final List<String> centres = new ArrayList<>();
        final Map<String, Map<String, Absence>> absences = new HashMap<>();

        @Override
        public Map<String, Absence> absences(String region, LocalDate day) {
            return absences.getOrDefault(region, Map.of());
        }

        @Override
        public void requireRun(String measure, String territory, LocalDate day) {
            throw new UnsupportedOperationException("a report never asks so");
        }

        @Override
        public List<String> withCentre(LocalDate day) {
            return centres;
        }
    }

    /** № 997, and a programme with reports on half-years. */
    static final class Known implements Programmes {
        static final Programme HALVES = new Programme(
                "half",
                Resolution997.programme().act(),
                LocalDate.of(2023, 1, 1),
                Set.of(Language.KK),
                2023,
                2027,
                List.of(
                        new Programme.Reporting("half-1", MonthDay.of(7, 5), MonthDay.of(7, 20), false),
                        new Programme.Reporting("half-2", MonthDay.of(1, 5), MonthDay.of(1, 20), true)),
                List.of());

        @Override
        public List<Programme> all() {
            return List.of(Resolution997.programme(), HALVES);
        }

        @Override
        public List<Rejected> rejected() {
            return List.of();
        }

        @Override
        public Optional<Clause> clause(String code) {
            return Resolution997.programme().clause(code);
        }
    }

    Audit trail() {
        return new Trail();
    }

    private final class Trail implements Audit {
        @Override
        public void record(Tx tx, User user, Entry entry) {
            audited.add(entry);
        }

        @Override
        public void record(Tx tx, User user, List<Entry> entries) {
            audited.addAll(entries);
        }
    }
}
