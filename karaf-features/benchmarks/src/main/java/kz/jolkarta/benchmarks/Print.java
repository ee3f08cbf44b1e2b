package kz.jolkarta.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a road map takes on paper, and how much memory many of them in one job: flat when all need no more than a tenth. */
final class Print {
    private static final Pattern CHILD = Pattern.compile("\\{\"id\":(\\d+),\"iin\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\\{\"id\":(\\d+)");
    private static final Pattern JOB = Pattern.compile("\"job\":(\\d+)");
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_heap_used_bytes ([0-9.Ee+]+)");
    private static final int WARM = 30;
    private static final int MOST_IDS = 500;

    private Print() {}

    static void run(Node node, int wanted) throws IOException, InterruptedException {
        List<Long> maps = draw(node, wanted);
        System.out.printf("%-34s %10s %10s%n", "one road map, warm, milliseconds", "median", "most");
        for (String format : List.of("pdf", "docx")) {
            List<Double> took = new ArrayList<>();
            for (int i = 0; i < 2 * WARM; i++) {
                long start = System.nanoTime();
                node.fetch("/api/road-maps/" + maps.get(i % maps.size()) + "/print?format=" + format);
                if (i >= WARM) {
                    took.add((System.nanoTime() - start) / 1e6);
                }
            }
            Collections.sort(took);
            System.out.printf("%-34s %10.1f %10.1f%n", format, took.get(WARM / 2), took.get(WARM - 1));
        }
        System.out.printf("%-34s %10s %10s %12s %10s%n", "one job", "maps", "seconds", "most heap, MB", "ZIP, MB");
        String tenth = maps.subList(0, Math.max(1, Math.min(MOST_IDS, maps.size() / 10)))
                .toString();
        job(node, "a tenth", "{\"maps\": " + tenth + "}");
        job(node, "all", "{\"state\": \"draft\"}");
    }

    /** A map for each of so many children, drawn up now. */
    private static List<Long> draw(Node node, int wanted) throws IOException, InterruptedException {
        Set<String> children = new LinkedHashSet<>();
        String after = "";
        while (children.size() < wanted) {
            String page = node.get("/api/children?limit=200" + (after.isEmpty() ? "" : "&after=" + after));
            CHILD.matcher(page).results().map(found -> found.group(1)).forEach(children::add);
            Matcher next = NEXT.matcher(page);
            if (!next.find()) {
                break;
            }
            after = URLEncoder.encode(next.group(1), StandardCharsets.UTF_8);
        }
        List<Long> maps = new ArrayList<>();
        for (String child : children.stream().limit(wanted).toList()) {
            String made = node.post("/api/children/" + child + "/road-maps", "{\"content\": {}}");
            Matcher id = ID.matcher(made);
            if (!id.lookingAt()) {
                throw new IllegalStateException(made);
            }
            maps.add(Long.valueOf(id.group(1)));
        }
        return maps;
    }

    private static void job(Node node, String name, String choice) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Matcher started = JOB.matcher(node.post("/api/road-map-prints", choice));
        if (!started.find()) {
            throw new IllegalStateException("no job for " + choice);
        }
        String job = "/api/jobs/" + started.group(1);
        double heap = 0;
        String answer = node.get(job);
        while (List.of("queued", "running").contains(Node.member(answer, "state"))) {
            heap = Math.max(heap, heap(node));
            Thread.sleep(100);
            answer = node.get(job);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!Node.member(answer, "state").equals("done")) {
            throw new IllegalStateException(answer);
        }
        Matcher maps = Pattern.compile("\"maps\":\\s*(\\d+)").matcher(answer);
        maps.find();
        long size = node.fetch("/api/road-map-prints/" + started.group(1) + "/file");
        System.out.printf("%-34s %10s %10.1f %12.0f %10.1f%n", name, maps.group(1), seconds, heap / 1e6, size / 1e6);
    }

    private static double heap(Node node) throws IOException, InterruptedException {
        Matcher used = HEAP.matcher(node.get("/metrics"));
        if (!used.find()) {
            throw new IllegalStateException("no heap among the metrics");
        }
        return Double.parseDouble(used.group(1));
    }
}
