package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.pages.Words;

/**
 * Two columns of a paper's table of figures, the targets and how much of them is there. A paper without a target has neither.
 *
 * @param aims of the figures that stand in the table
 */
record TargetColumns(Words words, List<YearTargets.Aim> aims) {
    TargetColumns {
        aims = List.copyOf(aims);
    }

    boolean any() {
        return !aims.isEmpty();
    }

    List<String> headings(List<String> before) {
        return wide(before, words.text("report.column.target"), words.text("report.column.of-target"));
    }

    /** A row of no figure. */
    List<String> blank(List<String> before) {
        return wide(before, "", "");
    }

    /** @param reached the figure's value, if the reader sees it */
    List<String> row(List<String> before, Optional<YearTargets.Aim> aim, Optional<BigDecimal> reached) {
        return wide(
                before,
                aim.map(a -> Shown.number(words, a.unit(), a.value())).orElse("–"),
                aim.flatMap(a -> a.share(reached)).map(words::number).orElse("–"));
    }

    private List<String> wide(List<String> before, String target, String reached) {
        return any()
                ? Stream.concat(before.stream(), Stream.of(target, reached)).toList()
                : before;
    }

    /** By which documents the targets are set, each once. */
    Optional<Paper.Block> grounds() {
        String grounds = aims.stream()
                .map(YearTargets.Aim::ground)
                .distinct()
                .map(g -> Shown.ground(words, g))
                .collect(Collectors.joining("; "));
        return any() ? Optional.of(new Paper.Text(words.text("report.paper.targets", grounds))) : Optional.empty();
    }
}
