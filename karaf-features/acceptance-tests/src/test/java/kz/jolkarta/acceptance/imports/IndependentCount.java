package kz.jolkarta.acceptance.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Counts a list straight from its lines, with nothing of the product: who is rural by the classifier's flag, who is urban and of a
 * large family or on social assistance. The first row of an IIN counts; a later one with the same IIN is for a person to decide.
 */
final class IndependentCount {
    private static final int IIN = 1;
    private static final int SEX = 6;
    private static final int SETTLEMENT = 9;
    private static final int LARGE_FAMILY = 11;
    private static final int ASSISTANCE = 12;

    private final Map<String, Long> ruralByDistrict = new TreeMap<>();
    private final Map<String, Long> vulnerableByDistrict = new TreeMap<>();
    private final Map<String, Long> ruralGirlsByRegion = new TreeMap<>();
    private int rows;
    private int children;

    /** @param list gzipped CSV in UTF-8 @param territories the classifier, {@code code,parent,kind,rural,…} */
    IndependentCount(InputStream list, Path territories) throws IOException {
        Map<String, String> flags = new HashMap<>();
        Map<String, String> districts = new HashMap<>();
        try (Stream<String> lines = Files.lines(territories)) {
            lines.map(line -> line.split(",")).forEach(cells -> {
                flags.put(cells[0], cells[3]);
                if (cells[1].endsWith("0000000")) {
                    districts.put(cells[0].substring(0, 4), cells[0]);
                }
            });
        }
        Set<String> seen = new HashSet<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(list), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows++;
                String[] cells = line.split(";", -1);
                if (seen.add(cells[IIN])) {
                    children++;
                    count(
                            cells,
                            districts.get(cells[SETTLEMENT].substring(0, 4)),
                            flags.get(cells[SETTLEMENT]).equals("1"));
                }
            }
        }
    }

    private void count(String[] cells, String district, boolean rural) {
        if (rural) {
            ruralByDistrict.merge(district, 1L, Long::sum);
            if (cells[SEX].equals("әйел")) {
                ruralGirlsByRegion.merge(cells[SETTLEMENT].substring(0, 2), 1L, Long::sum);
            }
        } else if (cells[LARGE_FAMILY].equals("иә") || cells[ASSISTANCE].equals("иә")) {
            vulnerableByDistrict.merge(district, 1L, Long::sum);
        }
    }

    int rows() {
        return rows;
    }

    int children() {
        return children;
    }

    /** The two digits of every region that has a child in the list. */
    List<String> regions() {
        Set<String> regions = new HashSet<>();
        ruralByDistrict.keySet().forEach(d -> regions.add(d.substring(0, 2)));
        vulnerableByDistrict.keySet().forEach(d -> regions.add(d.substring(0, 2)));
        List<String> sorted = new ArrayList<>(regions);
        sorted.sort(null);
        return sorted;
    }

    Map<String, Long> rural(String region) {
        return of(ruralByDistrict, region);
    }

    Map<String, Long> vulnerable(String region) {
        return of(vulnerableByDistrict, region);
    }

    long ruralGirls(String region) {
        return ruralGirlsByRegion.getOrDefault(region, 0L);
    }

    private static Map<String, Long> of(Map<String, Long> byDistrict, String region) {
        Map<String, Long> found = new TreeMap<>(byDistrict);
        found.keySet().removeIf(district -> !district.startsWith(region));
        return found;
    }
}
