package kz.jolkarta.starter.backup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a backup holds, in lines of UTF-8 whose parts have tabs between.
 *
 * @param facts {@link #PRODUCT}, {@link #VERSION}, {@link #ENGINE}, {@link #MOMENT}, {@link #NODE}
 * @param scripts of the migrations that made the tables
 * @param tables with what was read of them
 * @param files in the order in which their content follows
 */
record Manifest(Map<String, String> facts, List<Script> scripts, List<Table> tables, List<Entry> files) {
    /** What the file belongs to; another one is refused. */
    static final String PRODUCT = "product";
    /** Of the program that wrote it. */
    static final String VERSION = "version";
    /** {@code derby} or {@code postgresql}. */
    static final String ENGINE = "engine";
    /** ISO 8601 with the office's offset: what was confirmed before is in it. */
    static final String MOMENT = "moment";
    /** Id of the node's key as in the answer of {@code /api/report-key}; "-" for none. */
    static final String NODE = "node";

    static final String OURS = "jolkarta";

    private static final String FACT = "fact";
    private static final String SCRIPT = "script";
    private static final String TABLE = "table";
    private static final String FILE = "file";

    Manifest {
        facts = Map.copyOf(facts);
        scripts = List.copyOf(scripts);
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /** @param hash SHA-256 of its text, as the history of the schema keeps it */
    record Script(String bundle, int version, String name, String hash) {}

    /** @param digest of all values, whatever the order of the rows: 32 hexadecimal digits */
    record Table(String name, long rows, String digest) {}

    /** @param hash SHA-256, hexadecimal @param path below the data folder, with slashes */
    record Entry(long size, String hash, String path) {}

    String fact(String name) {
        return facts.getOrDefault(name, "-");
    }

    /** All content, in bytes. */
    long size() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    /** Rows of a table, however the engine writes its name; 0 when there is none. */
    long rows(String table) {
        Optional<Table> found =
                tables.stream().filter(t -> t.name().equalsIgnoreCase(table)).findFirst();
        return found.map(Table::rows).orElse(0L);
    }

    byte[] bytes() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(facts).forEach((name, value) -> lines.add(line(FACT, name, value)));
        scripts.forEach(s -> lines.add(line(SCRIPT, s.bundle(), s.version(), s.name(), s.hash())));
        tables.forEach(t -> lines.add(line(TABLE, t.name(), t.rows(), t.digest())));
        files.forEach(f -> lines.add(line(FILE, f.size(), f.hash(), f.path())));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Object... parts) {
        return String.join("\t", List.of(parts).stream().map(String::valueOf).toList());
    }

    /** @throws IllegalArgumentException when the bytes are no manifest */
    static Manifest of(byte[] bytes) {
        Map<String, String> facts = new TreeMap<>();
        List<Script> scripts = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Entry> files = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            String[] part = line.split("\t", 5);
            switch (part[0] + part.length) {
                case FACT + 3 -> facts.put(part[1], part[2]);
                case SCRIPT + 5 -> scripts.add(new Script(part[1], Integer.parseInt(part[2]), part[3], part[4]));
                case TABLE + 4 -> tables.add(new Table(part[1], Long.parseLong(part[2]), part[3]));
                case FILE + 4 -> files.add(new Entry(Long.parseLong(part[1]), part[2], part[3]));
                default -> throw new IllegalArgumentException("not a line of a manifest: " + part[0]);
            }
        }
        return new Manifest(facts, scripts, tables, files);
    }
}
