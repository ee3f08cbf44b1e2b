package kz.jolkarta.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;

/** Who is entitled and not reached, and the alarms, of a region of so many children with a year of records; beside the region's report. */
final class Entitled {
    private static final String REGION = "230000000";
    private static final int WARM = 7;
    private static final int ACTIVITIES = 500;

    private final Path project;
    private final Path work;
    private final int port;
    private final LocalDate day;

    Entitled(Path project, Path work, int port, LocalDate day) {
        this.project = project;
        this.work = work;
        this.port = port;
        this.day = day;
    }

    void run(int children) throws IOException, InterruptedException, SQLException {
        Path territories = project.resolve("registry-bundle/src/main/resources/data/territories.csv");
        Path list = work.resolve("region.csv");
        Path data = work.resolve("data");
        new ChildList(7, territories, day, REGION.substring(0, 2)).write(children, list);
        try (Node node = new Node(project, data, port)) {
            node.importList(list);
        }
        records(data.resolve("db"));
        System.out.printf(
                "%d children of one region, %d processors, Java %s, embedded Derby, all measures%n",
                children, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        System.out.printf("%-44s %9s %13s %9s%n", "seconds", "first", "warm median", "most");
        try (Node node = new Node(project, data, port)) {
            String of = "territory=" + REGION;
            measure(node, "figures of all measures by district", "/api/entitlements?" + of);
            measure(
                    node,
                    "first page of those not reached",
                    "/api/entitlements/children?measure=technoparks&state=not-reached&" + of);
            measure(node, "schools of a measure", "/api/entitlements/schools?measure=technoparks&" + of);
            measure(
                    node,
                    "what if prizes of 24 months counted",
                    "/api/measures/stipends/what-if?achieved.months=24&" + of);
            measure(node, "alarms", "/api/alarms?" + of);
            measure(node, "first page of silent children", "/api/alarms/children?kind=silent&days=30&" + of);
            measure(node, "the region's report, for comparison", "/api/reports/" + day.getYear() + "/23");
        }
    }

    private static void measure(Node node, String what, String path) throws IOException, InterruptedException {
        double first = seconds(node, path);
        double[] warm = new double[WARM];
        for (int i = 0; i < WARM; i++) {
            warm[i] = seconds(node, path);
        }
        double[] sorted = DoubleStream.of(warm).sorted().toArray();
        System.out.printf("%-44s %9.2f %13.2f %9.2f%n", what, first, sorted[WARM / 2], sorted[WARM - 1]);
    }

    private static double seconds(Node node, String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        node.get(path);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Half of the children took part in a technopark's project, every fifth has a voucher; straight into the tables of the stopped node. */
    private void records(Path database) throws SQLException {
        try (Connection connection = BareInsert.open(database)) {
            connection.setAutoCommit(false);
            List<Long> children = Records.numbers(connection, "select id from child order by id");
            Date on = Date.valueOf(day.withDayOfMonth(1).minusMonths(4));
            Timestamp at = Timestamp.valueOf(on.toLocalDate().atStartOfDay());
            Records.insert(
                    connection,
                    "insert into activity (id, measure, type, title, territory, starts, ends, state, created_by, created_at)"
                            + " values (?, 'technoparks', 'project', 'Project', '" + REGION + "', ?, ?, 'HELD', 1, ?)",
                    ACTIVITIES,
                    i -> new Object[] {Records.FREE + i, on, on, at});
            Records.insert(
                    connection,
                    "insert into participation (id, activity_id, child_id, state, applied_at) values (?, ?, ?, ?, ?)",
                    children.size() / 2,
                    i -> new Object[] {
                        Records.FREE + i,
                        Records.FREE + i % ACTIVITIES,
                        children.get(2 * i),
                        i % 4 == 0 ? "ACCEPTED" : "ATTENDED",
                        at
                    });
            Records.insert(
                    connection,
                    "insert into award (id, measure, type, award_year, territory, child_id, state, proposed_by, created_at)"
                            + " values (?, 'health-camps', 'camp', " + day.getYear() + ", '" + REGION
                            + "', ?, ?, 1, ?)",
                    children.size() / 5,
                    i -> new Object[] {Records.FREE + i, children.get(5 * i), i % 4 == 0 ? "PROPOSED" : "ISSUED", at});
        }
        BareInsert.shut(database);
    }
}
