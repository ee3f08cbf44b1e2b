package kz.jolkarta.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;

/** A measure's row in the table beside the folders of the measures. */
public final class MeasureRow {
    private MeasureRow() {}

    /** The row as it must stand there: number, folder, lines, kinds of records, rules, number of indicators. */
    public static String of(Installed measure, MeasureFolder folder) {
        String records = Stream.of(
                        measure.activities().stream().map(ActivityType::code),
                        measure.awards().stream().map(AwardType::code),
                        measure.deliverables().stream().map(DeliverableType::code))
                .flatMap(codes -> codes)
                .collect(Collectors.joining(", "));
        String rules = Stream.of(
                        measure.activities().stream().map(ActivityType::rules),
                        measure.awards().stream().map(AwardType::rules),
                        measure.deliverables().stream().map(DeliverableType::rules))
                .flatMap(kinds -> kinds.flatMap(List::stream))
                .map(MeasureRow::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return "| %d | `%s` | %d | %s | %s | %d |"
                .formatted(
                        measure.clause().number(),
                        root(folder).getFileName(),
                        folder.lines(),
                        records.isEmpty() ? "–" : records,
                        rules.isEmpty() ? "–" : rules,
                        measure.indicators().size());
    }

    /** The table; empty for a measure that stands alone. */
    public static Optional<String> table(MeasureFolder folder) {
        Path file = root(folder).resolveSibling("README.md");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root(MeasureFolder folder) {
        Path path = folder.sources().get(0);
        while (!path.endsWith("src")) {
            path = path.getParent();
        }
        return path.getParent();
    }

    private static String name(Rule rule) {
        return rule.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }
}
