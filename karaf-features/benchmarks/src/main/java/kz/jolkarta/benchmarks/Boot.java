package kz.jolkarta.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long a node takes from the start script to being healthy: with four measures, and with all measures and centres. */
final class Boot {
    private static final Map<String, List<String>> NODES = Map.of(
            "four measures",
            List.of("--profile", "region", "--region", "35", "--measures", "1,8,13,18", "--centres", "none"),
            "19 measures and 7 centres",
            List.of("--profile", "national"));

    private Boot() {}

    /** Every node is started once to make its tables, then in turn. */
    static void run(Path project, Path work, int port, int rounds) throws IOException {
        Map<String, List<Double>> seconds = new java.util.TreeMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, List<String>> node : NODES.entrySet()) {
                Path data = work.resolve(node.getKey().replace(' ', '-'));
                long start = System.nanoTime();
                Node started = new Node(project, data, port, node.getValue());
                double took = (System.nanoTime() - start) / 1e9;
                started.close();
                if (round > 0) {
                    seconds.computeIfAbsent(node.getKey(), n -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        System.out.printf("%-34s %8s %8s %8s%n", "start to healthy, seconds", "least", "median", "most");
        seconds.forEach((node, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    "%-34s %8.2f %8.2f %8.2f%n", node, sorted.get(0), median(all), sorted.get(sorted.size() - 1));
        });
        System.out.printf(
                "everything takes %.2f times as long as four (medians of %d)%n",
                median(seconds.get("19 measures and 7 centres")) / median(seconds.get("four measures")), rounds);
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
