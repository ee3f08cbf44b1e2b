package kz.jolkarta.registry.roadmaps;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.internal.files.PaperFiles;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobFiles;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.jobfiles.StoredJobFiles;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.RecordWorld;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Children with everything that a print shows, the prints, and jobs that are kept in a list. */
final class PrintDesk implements Jobs {
    static final String IIN = "140501500017";

    final RecordWorld world;
    final RoadMapPrints prints;
    final JobFiles files;
    final List<Job> submitted = new ArrayList<>();
    final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private final RoadMaps maps;
    private final RoadMapGoals goals;
    private final RoadMapSteps steps;
    /** How many maps are printed before the job is asked to stop. */
    int most = Integer.MAX_VALUE;

    long progress;
    String result = "";

    PrintDesk(TestDatabase database) {
        database.clear(
                "job_file",
                "payment",
                "award",
                "participation",
                "activity",
                "road_map_change",
                "road_map_step",
                "road_map_goal",
                "road_map",
                "road_map_form",
                "representative",
                "child",
                "staff",
                "organisation");
        world = new RecordWorld(database);
        maps = new RoadMaps(world.ledger, new Forms(world.ledger));
        goals = new RoadMapGoals(world.ledger, maps);
        steps = new RoadMapSteps(world.ledger, maps);
        files = new StoredJobFiles(database, world.clock);
        prints = new RoadMapPrints(
                world.ledger,
                new PaperFiles(TestTexts.ofClassPath()),
                TestTexts.ofClassPath(),
                new Gazetteer(database),
                this,
                files);
    }

    /** A child of that school and class with a map that is drawn up and nothing more. */
    long map(String territory, Long school, int grade, String letter) {
        long child = world.child(territory);
        Map<String, Object> place = new HashMap<>();
        place.put("id", child);
        place.put("school", school);
        place.put("grade", grade);
        place.put("letter", letter);
        run("update child set school_id = :school, grade = :grade, grade_letter = :letter where id = :id", place);
        return maps.create(keeper(territory), child, new RoadMapInput(2025, null, Map.of()))
                .id();
    }

    private static User keeper(String territory) {
        return RecordWorld.coordinator(territory);
    }

    long school(String territory) {
        return world.organisation(territory, OrganisationKind.SCHOOL);
    }

    /** A map with something in each of its ten parts. */
    long full() {
        long school = school(RecordWorld.VILLAGE);
        run(
                "update organisation set director = 'Оспанов Нұрлан', name = '№ 5 «Шағала» мектебі' where id = :id",
                Map.of("id", school));
        long coordinator = world.staff(RecordWorld.DISTRICT, "coordinator");
        long coach = world.staff(RecordWorld.VILLAGE, "teacher");
        long child = world.child(RecordWorld.VILLAGE);
        run(
                "update child set iin = :iin, school_id = :school, grade = 6, grade_letter = 'Ә', language = 'kk',"
                        + " address = 'Абай көшесі, 12', coordinator_id = :coordinator where id = :id",
                Map.of("iin", IIN, "school", school, "coordinator", coordinator, "id", child));
        insert(
                "insert into child_category (id, child_id, category, ground_kind, ground_number, ground_date, valid_from)"
                        + " values (:id, :child, 'LARGE_FAMILY', 'анықтама', '№ 77', :day, :day)",
                child);
        insert(
                "insert into representative (id, child_id, name, relation, phone)"
                        + " values (:id, :child, 'Сынақова Гүлнәр', 'MOTHER', '+7 700 000 00 00')",
                child);
        insert(
                "insert into consent (id, child_id, purpose, given_on, template) values (:id, :child, 'PROCESSING', :day, 'v1')",
                child);
        insert(
                "insert into diagnostic_result (id, child_id, held_on, method, score, norm, conclusion, psychologist)"
                        + " values (:id, :child, :day, 'Равен матрицалары', '52', '40–48', 'Жоғары деңгей', 'Әлиева Сәуле')",
                child);
        run(
                "insert into child_marks (child_id, school_year, excellent, recorded_on) values (:child, 2024, true, :day)",
                Map.of("child", child, "day", LocalDate.of(2025, 6, 1)));
        world.achievement(child, coach, AchievementLevel.REPUBLIC, 2, false, LocalDate.of(2025, 11, 20));
        activity(child);
        award(child);
        Map<String, Object> content = new HashMap<>();
        content.put("strengths", "Математикаға бейім");
        content.put("talent", "academic");
        content.put("interests", "Шахмат, робототехника");
        content.put("marks-1", "5; 5; 4");
        content.put("average-mark", 4.75);
        content.put("goals", "Республикалық олимпиада");
        content.put("directions", "Математика");
        content.put("support-needed", "Тәлімгер");
        content.put("coordinator", "Ұстаз Айгүл");
        RoadMap map = maps.create(keeper, child, new RoadMapInput(2025, null, content));
        RoadMap aimed = goals.add(
                keeper, map.id(), OptionalInt.empty(), new GoalInput("Олимпиадада жүлде алу", "Республикалық кезең"));
        steps.add(
                keeper,
                map.id(),
                OptionalInt.empty(),
                new StepInput(
                        "Жазғы мектепке қатысу",
                        "health-camps",
                        "camp",
                        aimed.goals().get(0).id(),
                        "Жаңа білім",
                        "Ұстаз Айгүл",
                        LocalDate.of(2026, 6, 10)));
        return map.id();
    }

    private void activity(long child) {
        long activity = world.database.nextId();
        run(
                "insert into activity (id, measure, type, title, territory, starts, ends, state, created_by, created_at)"
                        + " values (:id, 'technoparks', 'course', 'Қысқы мектеп', :territory, :from, :to, 'HELD', 1, :at)",
                Map.of(
                        "id",
                        activity,
                        "territory",
                        RecordWorld.REGION,
                        "from",
                        LocalDate.of(2026, 1, 5),
                        "to",
                        LocalDate.of(2026, 1, 9),
                        "at",
                        world.clock.now()));
        run(
                "insert into participation (id, activity_id, child_id, state, applied_at)"
                        + " values (:id, :activity, :child, 'ATTENDED', :at)",
                Map.of("id", world.database.nextId(), "activity", activity, "child", child, "at", world.clock.now()));
    }

    private void award(long child) {
        long award = world.database.nextId();
        for (int year : List.of(2025, 2020)) {
            run(
                    "insert into award (id, measure, type, award_year, territory, child_id, state, document_number, date_from,"
                            + " date_to, proposed_by, created_at) values (:id, 'health-camps', 'camp', :year, :territory, :child,"
                            + " 'ISSUED', :number, :from, :to, 1, :at)",
                    Map.of(
                            "id",
                            year == 2025 ? award : world.database.nextId(),
                            "year",
                            year,
                            "territory",
                            RecordWorld.REGION,
                            "child",
                            child,
                            "number",
                            "П-" + year,
                            "from",
                            LocalDate.of(year, 10, 20),
                            "to",
                            LocalDate.of(year, 10, 30),
                            "at",
                            world.clock.now()));
        }
        run(
                "insert into payment (id, measure, type, territory, award_id, paid_on, amount, source, created_by, created_at)"
                        + " values (:id, 'health-camps', 'camp', :territory, :award, :on, 12345050, 'LOCAL_BUDGET', 1, :at)",
                Map.of(
                        "id",
                        world.database.nextId(),
                        "territory",
                        RecordWorld.REGION,
                        "award",
                        award,
                        "on",
                        LocalDate.of(2025, 10, 15),
                        "at",
                        world.clock.now()));
    }

    private void insert(String sql, long child) {
        Map<String, Object> row = new HashMap<>(Map.of("id", world.database.nextId(), "child", child));
        if (sql.contains(":day")) {
            row.put("day", LocalDate.of(2025, 9, 1));
        }
        run(sql, row);
    }

    void run(String sql, Map<String, ?> params) {
        world.database.run(tx -> tx.update(sql, params));
    }

    /** The text of a PDF, with each run of spaces of any kind and line breaks as one space. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document).replaceAll("[\\s\u00A0]+", " ");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void work(User user, long id) {
        new RoadMapPrintJob(world.database, prints, files)
                .run(new Run(user, find(user, id).orElseThrow()));
        set(id, most == Integer.MAX_VALUE ? Job.State.DONE : Job.State.CANCELLED);
    }

    private void set(long id, Job.State state) {
        submitted.replaceAll(job -> job.id() == id ? job(id, job.owner(), job.territory(), job.params(), state) : job);
    }

    private Job job(long id, long owner, String territory, Map<String, String> params, Job.State state) {
        return new Job(
                id,
                RoadMapPrintJob.KIND,
                owner,
                territory,
                state,
                0,
                0,
                params,
                "",
                "",
                world.clock.now(),
                Optional.empty());
    }

    @Override
    public long submit(Tx tx, User owner, String kind, String territory, Map<String, String> params) {
        long id = world.database.nextId();
        submitted.add(job(id, owner.id(), territory, params, Job.State.QUEUED));
        return id;
    }

    @Override
    public Optional<Job> find(User user, long id) {
        return submitted.stream()
                .filter(job -> job.id() == id && job.owner() == user.id())
                .findFirst();
    }

    @Override
    public List<Job> list(User user, String kind, int limit) {
        return submitted;
    }

    @Override
    public void cancel(User user, long id) {
        set(id, Job.State.CANCELLED);
    }

    private final class Run implements JobRun {
        private final User user;
        private final Job job;
        private int asked;

        Run(User user, Job job) {
            this.user = user;
            this.job = job;
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public User user() {
            return user;
        }

        @Override
        public void progress(Tx tx, long done, long total, String checkpoint) {
            progress = done;
        }

        @Override
        public void result(Tx tx, String json) {
            result = json;
        }

        @Override
        public boolean cancelled() {
            return asked++ >= most;
        }
    }
}
