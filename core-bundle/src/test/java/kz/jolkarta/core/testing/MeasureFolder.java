package kz.jolkarta.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.measure.Measure;

/**
 * What a measure's folder holds.
 *
 * @param measures components that are offered as a measure
 * @param sources main Java files
 * @param lines of these, without blank lines
 */
public record MeasureFolder(long measures, List<Path> sources, long lines) {
    /** @param type a class of the measure, whose place leads to its folder */
    public static MeasureFolder of(Class<?> type) {
        try {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path sources = classes.getParent().getParent().resolve("src/main");
            String offered = "interface=\"" + Measure.class.getName() + "\"";
            return new MeasureFolder(
                    lines(files(classes.resolve("OSGI-INF"), type.getPackageName()))
                            .filter(line -> line.contains(offered))
                            .count(),
                    files(sources, ".java"),
                    lines(files(sources, ".java"))
                            .filter(line -> !line.isBlank())
                            .count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> lines(List<Path> files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files) {
            all.append(Files.readString(file)).append('\n');
        }
        return all.toString().lines();
    }

    private static List<Path> files(Path folder, String part) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains(part))
                    .toList();
        }
    }
}
