package kz.jolkarta.registry.coordinators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.bulk.BulkResource;
import kz.jolkarta.registry.children.ChildResource;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.records.Tables;

/** Two districts of a region with cabinets, coordinators and children, behind the API. Jobs are done when the test says so. */
final class CoordinatorWorld implements Jobs {
    static final String REGION = RegistryWorld.ATYRAU;
    static final String CITY = RegistryWorld.ATYRAU_CITY;

    final RegistryWorld world;
    final TestDatabase database;
    final ResourceHost api;
    final AssignmentJob kind;
    final Children children;
    final Coordinators coordinators;
    final BulkChanges changes;
    final Assignments assignments;
    final Caseload caseload;
    /** A village of another district of the same region. */
    final String village;

    private final Map<Long, Job> jobs = new HashMap<>();
    private final Map<Long, User> owners = new HashMap<>();
    private int serial;

    CoordinatorWorld(TestDatabase database) {
        this.database = database;
        world = new RegistryWorld(database);
        database.clear(
                "bulk_change", "task", "road_map_step", "road_map", "child", "appointment", "staff", "organisation");
        village = database.read(tx -> tx.one(
                        "select min(code) code from territory where kind = 'VILLAGE' and code > '232000000' and code < '239999999'",
                        Map.of(),
                        row -> row.text("code")))
                .orElseThrow();
        Ledger ledger =
                new Ledger(database, new Nineteen(), world.audit, world.clock, world.gazetteer, new FactsStore());
        var texts = TestTexts.ofClassPath();
        Tables tables = new Tables(new SheetFiles(world.clock), texts);
        children = new Children(
                database, world.audit, world.clock, world.gazetteer, texts, world.residences(), new NothingMissed());
        coordinators = new Coordinators(ledger);
        kind = new AssignmentJob(ledger, children, coordinators, tables);
        changes = new BulkChanges(ledger, this);
        changes.bind(new AssignmentUndo(ledger));
        assignments = new Assignments(ledger, this);
        caseload = new Caseload(ledger);
        api = new ResourceHost(
                        new ChildResource(children),
                        new CoordinatorResource(coordinators),
                        new CaseloadResource(caseload),
                        new CaseloadExport(caseload, tables),
                        new AssignmentResource(assignments),
                        new BulkResource(changes, tables))
                .as(RegistryWorld.coordinator(REGION));
    }

    String district() {
        return village.substring(0, 4) + "00000";
    }

    long cabinet(String territory) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into organisation (id, kind, name, name_key, territory, created_at)"
                        + " values (:id, 'CABINET', 'Кабинет', 'kabinet', :territory, :at)",
                Map.of("id", id, "territory", territory, "at", world.clock.now())));
        return id;
    }

    /** Somebody appointed to the cabinet. @param until the last day, null for no end */
    long appointed(long cabinet, LocalDate until) {
        long staff = database.nextId();
        Map<String, Object> row = new HashMap<>();
        row.put("id", database.nextId());
        row.put("cabinet", cabinet);
        row.put("staff", staff);
        row.put("from", RegistryWorld.TODAY.minusYears(2));
        row.put("until", until);
        row.put("at", world.clock.now());
        database.run(tx -> {
            tx.update(
                    "insert into staff (id, organisation_id, surname, given_name, name_key, position, valid_from, created_at)"
                            + " values (:staff, :cabinet, 'Серік', 'Айгүл', 'serik aigul', 'COORDINATOR', :from, :at)",
                    row);
            tx.update(
                    "insert into appointment (id, organisation_id, staff_id, order_number, order_date, valid_from, valid_to,"
                            + " created_by, created_at) values (:id, :cabinet, :staff, '1', :from, :from, :until, 1, :at)",
                    row);
        });
        return staff;
    }

    void end(long staff, LocalDate on) {
        database.run(tx -> tx.update(
                "update appointment set valid_to = :on where staff_id = :staff", Map.of("on", on, "staff", staff)));
    }

    long child(String territory) {
        long id = database.nextId();
        serial++;
        database.run(tx -> tx.update(
                "insert into child (id, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory,"
                        + " registered_on, updated_at) values (:id, 'Сынақов', 'Әлихан', 'sinakov alihan', 'alihan sinakov',"
                        + " :sort, :born, 'MALE', :territory, :born, :at)",
                Map.of(
                        "id",
                        id,
                        "sort",
                        "k" + serial,
                        "born",
                        LocalDate.of(2014, 5, 1),
                        "territory",
                        territory,
                        "at",
                        world.clock.now())));
        return id;
    }

    /** Names the coordinator over the API. */
    ResourceHost.Answer name(long child, Object staff) {
        String version = ResourceHost.version(api.get("children/" + child + "/coordinator"));
        return api.put("children/" + child + "/coordinator", version, "{\"staffId\": " + staff + "}");
    }

    List<Long> children(String query) {
        ResourceHost.Answer answer = api.get("children?sort=id&" + query);
        List<Long> ids = new ArrayList<>();
        answer.json().get("items").forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    String result(long job) {
        return jobs.get(job).result();
    }

    Map<String, String> params(long job) {
        return jobs.get(job).params();
    }

    /** Does a queued job, or as much of it until it is asked to stop. @param transactions after which somebody asks */
    void work(long job, int transactions) {
        kind.run(new Run(job, transactions));
        set(job, Job.State.DONE, jobs.get(job).result());
    }

    private void set(long id, Job.State state, String result) {
        Job job = jobs.get(id);
        jobs.put(
                id,
                new Job(
                        id,
                        job.kind(),
                        job.owner(),
                        job.territory(),
                        state,
                        job.done(),
                        job.total(),
                        job.params(),
                        "",
                        result,
                        job.created(),
                        Optional.empty()));
    }

    private final class Run implements JobRun {
        private final long id;
        private int left;

        Run(long id, int transactions) {
            this.id = id;
            this.left = transactions;
        }

        @Override
        public Job job() {
            return jobs.get(id);
        }

        @Override
        public User user() {
            return owners.get(id);
        }

        @Override
        public void progress(Tx tx, long done, long total, String checkpoint) {
            left--;
        }

        @Override
        public void result(Tx tx, String json) {
            set(id, Job.State.RUNNING, json);
        }

        @Override
        public boolean cancelled() {
            return left <= 0;
        }
    }

    @Override
    public long submit(Tx tx, User owner, String code, String territory, Map<String, String> params) {
        long id = database.nextId();
        owners.put(id, owner);
        jobs.put(
                id,
                new Job(
                        id,
                        code,
                        owner.id(),
                        territory,
                        Job.State.QUEUED,
                        0,
                        0,
                        params,
                        "",
                        "",
                        world.clock.now(),
                        Optional.empty()));
        return id;
    }

    @Override
    public Optional<Job> find(User user, long id) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.owner() == user.id());
    }

    @Override
    public List<Job> list(User user, String kind, int limit) {
        return List.copyOf(jobs.values());
    }

    @Override
    public void cancel(User user, long id) {
        throw new UnsupportedOperationException();
    }
}
