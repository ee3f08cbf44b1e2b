package kz.jolkarta.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How long the node takes for every kind of page, for somebody of a district, of a region and of the national office: to the last byte on the
 * loopback, the client on the same processors. Alone, right after a change of the data, and by six people at once who never pause.
 */
final class Pages {
    private static final String REGION = "230000000";
    private static final String DISTRICT = "234800000";
    private static final String PASSWORD = "four yellow horses trot";
    private static final double BAR = 50;
    private static final String ANYBODY = "coordinator approver psychologist analyst auditor administrator";

    /** Lists by filters, orders and searches that no link leads to. */
    private static final List<String> LISTS = List.of(
            "/children?q=%D0%9C%D0%BE%D0%BB%D0%B4%D0%B8%D1%80",
            "/children?q=Moldir+Seitkali",
            "/children?category=large-family&talent=sport",
            "/children?roadMap=overdue",
            "/children?roadMap=none&sort=-name",
            "/children?level=district&gradeFrom=5&gradeTo=8",
            "/children?rural=true&sex=female&consent=true",
            "/children?coordinator=none&sort=-name",
            "/children?territory=" + DISTRICT + "&talent=intellectual",
            "/entitlements/children?measure=technoparks&state=not-reached",
            "/entitlements/children?measure=health-camps&state=reached",
            "/alarms?kind=silent",
            "/road-maps?state=approved",
            "/measures/health-camps/awards?state=commission",
            "/measures/technoparks/activities?state=held");

    private final Path project;
    private final Path data;
    private final int port;
    private final int rounds;

    /** @param rounds how often each address is asked for alone; after a change a fifth of that, at least once */
    Pages(Path project, Path data, int port, int rounds) {
        this.rounds = rounds;
        this.project = project;
        this.data = data;
        this.port = port;
    }

    private static final class Times {
        private final List<Double> alone = new ArrayList<>();
        private final List<Double> changed = new ArrayList<>();
        private final List<Double> together = new ArrayList<>();
        private double processor;
        private double first;
        private int zipped;
    }

    void run(int children) throws IOException, InterruptedException, SQLException {
        if (!Files.exists(data.resolve("db"))) {
            load(children);
        }
        try (Node node = new Node(project, data, port)) {
            node.awaitPages();
            List<Visitor> visitors = List.of(
                    new Visitor(node.url(), "district", "district", PASSWORD),
                    new Visitor(node.url(), "region", "region", PASSWORD),
                    new Visitor(node.url(), "country", "country", PASSWORD));
            Map<Visitor, Map<String, Visitor.Answer>> known = new LinkedHashMap<>();
            Map<String, Times> kinds = new TreeMap<>();
            for (Visitor visitor : visitors) {
                Map<String, Visitor.Answer> walk = visitor.walk(LISTS);
                known.put(visitor, walk);
                walk.values().forEach(a -> {
                    Times times = kinds.computeIfAbsent(name(visitor, a), k -> new Times());
                    times.first = Math.max(times.first, a.millis());
                });
            }
            for (int round = 0; round <= rounds; round++) {
                for (Map.Entry<Visitor, Map<String, Visitor.Answer>> entry : known.entrySet()) {
                    for (Visitor.Answer first : entry.getValue().values()) {
                        double before = node.processorMillis();
                        Visitor.Answer answer = again(entry.getKey(), first);
                        Times times = kinds.get(name(entry.getKey(), answer));
                        if (round > 0) {
                            times.processor += node.processorMillis() - before;
                            times.alone.add(answer.millis());
                        }
                        times.zipped = Math.max(times.zipped, answer.zipped());
                    }
                }
            }
            print(children, kinds, known);
            int serial = 0;
            for (int round = 0; round < Math.max(1, rounds / 5); round++) {
                for (Map.Entry<Visitor, Map<String, Visitor.Answer>> entry : known.entrySet()) {
                    for (Visitor.Answer first : entry.getValue().values()) {
                        change(node, serial++);
                        kinds.get(name(entry.getKey(), first))
                                .changed
                                .add(again(entry.getKey(), first).millis());
                    }
                }
            }
            together(node, known, kinds);
            print(children, kinds, known);
        }
    }

    private static String name(Visitor visitor, Visitor.Answer answer) {
        boolean listed = LISTS.contains(answer.address());
        return visitor.role() + " "
                + (listed
                        ? java.net.URLDecoder.decode(answer.address(), java.nio.charset.StandardCharsets.UTF_8)
                        : answer.kind());
    }

    /** The same page as at first. */
    private static Visitor.Answer again(Visitor visitor, Visitor.Answer first)
            throws IOException, InterruptedException {
        Visitor.Answer answer = visitor.ask(first.address());
        if (!answer.heading().equals(first.heading())) {
            throw new IllegalStateException(
                    first.address() + ": " + answer.heading() + " instead of " + first.heading());
        }
        return answer;
    }

    /** A child is registered, so that nothing that was counted before holds. */
    private static void change(Node node, int serial) throws IOException, InterruptedException {
        String made = node.post("/api/children", """
                {"documentKind": "birth-certificate", "documentNumber": "Т-%d", "noIinReason": "құжат жасалуда",
                 "surname": "Сейітқали", "givenName": "Мөлдір", "birthDate": "%s", "sex": "female",
                 "territory": "234837105", "grade": 7}""".formatted(
                        System.nanoTime(), LocalDate.of(2012, 1, 1).plusDays(serial % 2000)));
        if (!made.startsWith("{\"id\"")) {
            throw new IllegalStateException(made);
        }
    }

    /** Two people of each place, each through all pages of the own in another order. */
    private static void together(Node node, Map<Visitor, Map<String, Visitor.Answer>> known, Map<String, Times> kinds)
            throws IOException, InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(2 * known.size());
        try {
            List<Callable<Map<String, List<Double>>>> walks = new ArrayList<>();
            for (Map.Entry<Visitor, Map<String, Visitor.Answer>> entry : known.entrySet()) {
                for (int person = 0; person < 2; person++) {
                    String role = entry.getKey().role();
                    Visitor visitor = new Visitor(node.url(), role, role, PASSWORD);
                    List<Visitor.Answer> order =
                            new ArrayList<>(entry.getValue().values());
                    Collections.shuffle(order, new Random(person));
                    walks.add(() -> {
                        Map<String, List<Double>> millis = new TreeMap<>();
                        for (Visitor.Answer first : order) {
                            millis.computeIfAbsent(name(visitor, first), k -> new ArrayList<>())
                                    .add(again(visitor, first).millis());
                        }
                        return millis;
                    });
                }
            }
            for (Future<Map<String, List<Double>>> walk : people.invokeAll(walks)) {
                walk.get().forEach((kind, millis) -> kinds.get(kind).together.addAll(millis));
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            people.shutdown();
        }
    }

    private static void print(int children, Map<String, Times> kinds, Map<Visitor, Map<String, Visitor.Answer>> known)
            throws IOException, InterruptedException {
        Visitor visitor = known.keySet().iterator().next();
        String asset = known.get(visitor).get("/").html().replaceAll("(?s).*?\"(/assets/[^\"]+icon.svg)\".*", "$1");
        List<Double> floor = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            floor.add(visitor.ask(asset).millis());
        }
        System.out.printf(
                "%d children and a year of their records, %d processors with a load of %.1f, Java %s, embedded Derby, all measures and centres%n"
                        + "milliseconds to the last byte on the loopback, the client on the same processors; cpu: what the node takes of a processor; zipped bytes%n",
                children,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.version"));
        System.out.printf(
                "%-82s %5s %7s %7s %7s %7s %7s %8s %8s %7s%n",
                "page", "count", "cpu", "p50", "p95", "p99", "first", "changed", "six", "bytes");
        kinds.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Times> e) -> -at(e.getValue().alone, 0.95)))
                .forEach(e -> row(e.getKey(), e.getValue()));
        Times all = new Times();
        for (Times times : kinds.values()) {
            all.alone.addAll(times.alone);
            all.changed.addAll(times.changed);
            all.together.addAll(times.together);
            all.processor += times.processor;
            all.first = Math.max(all.first, times.first);
            all.zipped = Math.max(all.zipped, times.zipped);
        }
        row("all pages", all);
        Times still = new Times();
        still.alone.addAll(floor);
        row("a static file of the same node", still);
        System.out.printf(
                "over %.0f ms at p95: %d of %d kinds, right after a change %d%n",
                BAR, over(kinds, t -> t.alone), kinds.size(), over(kinds, t -> t.changed));
    }

    private static long over(Map<String, Times> kinds, java.util.function.Function<Times, List<Double>> of) {
        return kinds.values().stream().filter(t -> at(of.apply(t), 0.95) > BAR).count();
    }

    private static void row(String name, Times t) {
        System.out.printf(
                "%-82s %5d %7.1f %7.1f %7.1f %7.1f %7.0f %8.1f %8.1f %7d%n",
                name,
                t.alone.size(),
                t.processor / Math.max(1, t.alone.size()),
                at(t.alone, 0.5),
                at(t.alone, 0.95),
                at(t.alone, 0.99),
                t.first,
                at(t.changed, 0.95),
                at(t.together, 0.95),
                t.zipped);
    }

    private static double at(Collection<Double> all, double share) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    /** The sample data of the demonstration, four fifths of the children in one region and the others in the whole country, and a year of records. */
    private void load(int children) throws IOException, InterruptedException, SQLException {
        Path territories = project.resolve("registry-bundle/src/main/resources/data/territories.csv");
        LocalDate today = LocalDate.now();
        Files.createDirectories(data);
        Path region = data.resolve("region.csv");
        Path country = data.resolve("country.csv");
        new ChildList(7, territories, today, REGION.substring(0, 2)).write(children * 4 / 5, region);
        new ChildList(11, territories, today).write(children / 5, country);
        try (Node node = new Node(project, data, port, List.of("--demo"))) {
            node.importList(region);
            node.importList(country);
            for (Map.Entry<String, String> place : Map.of("district", DISTRICT, "region", REGION, "country", "")
                    .entrySet()) {
                node.account(
                        place.getKey(), PASSWORD, Stream.of(ANYBODY.split(" ")).toList(), place.getValue());
            }
        }
        new Year(today).write(data.resolve("db"), DISTRICT);
    }
}
