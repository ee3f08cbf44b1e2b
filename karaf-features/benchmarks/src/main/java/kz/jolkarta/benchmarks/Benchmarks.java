package kz.jolkarta.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Figures, each with its yardstick from the same run.
 *
 * <p>{@code import [rows] [base]}: children a second of an import over HTTP onto a base of so many children, and of a bare JDBC batch insert of the same rows.
 *
 * <p>{@code entitled [children]}: seconds of who is entitled and not reached and of the alarms, over a region of so many children.
 *
 * <p>{@code pages [children] [data folder] [rounds]}: milliseconds and bytes of every kind of page over so many children and a year of records; a folder that is named is kept.
 *
 * <p>{@code boot [rounds]}: seconds from the start script to a healthy node with four measures and with everything.
 *
 * <p>{@code print [maps]}: milliseconds of one road map as PDF and DOCX, seconds and heap of a tenth of the maps and of all of them in one job.
 */
public final class Benchmarks {
    private static final int PORT = 8189;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private Benchmarks() {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        List<String> words = List.of(args);
        if (words.isEmpty()
                || !List.of("import", "boot", "print", "entitled", "pages").contains(words.get(0))) {
            System.err.println(
                    "import [rows=20000] [base=0]\nboot [rounds=5]\nprint [maps=1000]\nentitled [children=100000]\npages [children=100000] [data folder, kept] [rounds=10]");
            System.exit(2);
        }
        if (words.get(0).equals("boot")) {
            Path work = Files.createTempDirectory("jolkarta-bench");
            try {
                Boot.run(
                        Path.of("").toAbsolutePath(),
                        work,
                        PORT,
                        words.size() > 1 ? Integer.parseInt(words.get(1)) : 5);
            } finally {
                delete(work);
            }
            return;
        }
        if (words.get(0).equals("print")) {
            Path work = Files.createTempDirectory("jolkarta-bench");
            try (Node node = new Node(Path.of("").toAbsolutePath(), work.resolve("data"), PORT, List.of("--demo"))) {
                Print.run(node, words.size() > 1 ? Integer.parseInt(words.get(1)) : 1000);
            } finally {
                delete(work);
            }
            return;
        }
        if (words.get(0).equals("pages")) {
            pages(
                    words.size() > 1 ? Integer.parseInt(words.get(1)) : 100_000,
                    words.size() > 2 ? Optional.of(Path.of(words.get(2)).toAbsolutePath()) : Optional.empty(),
                    words.size() > 3 ? Integer.parseInt(words.get(3)) : 10);
            return;
        }
        if (words.get(0).equals("entitled")) {
            Path work = Files.createTempDirectory("jolkarta-bench");
            System.setProperty(
                    "derby.stream.error.file", work.resolve("derby.log").toString());
            try {
                new Entitled(Path.of("").toAbsolutePath(), work, PORT, DAY)
                        .run(words.size() > 1 ? Integer.parseInt(words.get(1)) : 100_000);
            } finally {
                delete(work);
            }
            return;
        }
        int rows = words.size() > 1 ? Integer.parseInt(words.get(1)) : 20_000;
        int base = words.size() > 2 ? Integer.parseInt(words.get(2)) : 0;
        Path work = Files.createTempDirectory("jolkarta-bench");
        System.setProperty("derby.stream.error.file", work.resolve("derby.log").toString());
        try {
            importRate(Path.of("").toAbsolutePath(), work, rows, base);
        } finally {
            delete(work);
        }
    }

    /** @param kept a data folder that is filled when it is empty and stays, since filling takes longer than asking */
    private static void pages(int children, Optional<Path> kept, int rounds)
            throws IOException, InterruptedException, SQLException {
        Path work = Files.createTempDirectory("jolkarta-bench");
        System.setProperty("derby.stream.error.file", work.resolve("derby.log").toString());
        try {
            new Pages(Path.of("").toAbsolutePath(), kept.orElse(work.resolve("data")), PORT, rounds).run(children);
        } finally {
            delete(work);
        }
    }

    private static void importRate(Path project, Path work, int rows, int base)
            throws IOException, InterruptedException, SQLException {
        Path territories = project.resolve("registry-bundle/src/main/resources/data/territories.csv");
        Path list = work.resolve("list.csv");
        Path data = work.resolve("data");
        ChildList lists = new ChildList(7, territories, DAY);
        try (Node node = new Node(project, data, PORT)) {
            if (base > 0) {
                Path known = work.resolve("base.csv");
                lists.write(base, known);
                node.importList(known);
            }
        }
        lists.write(rows, list);
        Path before = work.resolve("before");
        copy(data.resolve("db"), before);
        double seconds;
        try (Node node = new Node(project, data, PORT)) {
            seconds = node.importList(list);
        }
        BareInsert.Measured bare = BareInsert.run(before, data.resolve("db"));
        double share = bare.seconds() / seconds;
        System.out.printf(
                "%d processors, Java %s, embedded Derby%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        System.out.printf("%-34s %12s %10s %14s%n", "work", "rows", "seconds", "children/s");
        System.out.printf(
                "%-34s %12d %10.2f %14.0f%n",
                "import of " + rows + " onto " + base, bare.rows(), seconds, rows / seconds);
        System.out.printf(
                "%-34s %12d %10.2f %14.0f%n",
                "bare JDBC batches, the same rows", bare.rows(), bare.seconds(), rows / bare.seconds());
        System.out.printf("import runs at %.0f %% of bare JDBC%n", share * 100);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
