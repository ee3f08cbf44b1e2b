package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** The country's figures from what the regions handed in, on a page: who has, what it adds up to, and what is not in it. */
record RollUpBlocks(Words words, RollUp rollUp) {
    /** When it opens, or which regions are not in the sums. */
    Optional<Block> notice() {
        if (!rollUp.open()) {
            return Optional.of(
                    Block.Notice.of(Tone.NONE, words.text("page.rollup.opens", words.moment(rollUp.opens()))));
        }
        List<RollUp.Region> without = rollUp.without();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        String names = words.sorted(without, RollUp.Region::name).stream()
                .map(r -> r.name() + " (" + state(r.state()) + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(Block.Notice.of(Tone.LATE, words.text("page.rollup.without", names)));
    }

    private String state(RollUp.State state) {
        return words.text("page.rollup.state." + Json.name(state));
    }

    private Badge badge(RollUp.Region region) {
        String state = state(region.state());
        return rollUp.accepted().contains(region.code())
                ? Badge.of(words.text("page.rollup.state.accepted", state), Tone.OK)
                : Badge.of(state, tone(region.state()));
    }

    private static Tone tone(RollUp.State state) {
        return switch (state) {
            case ON_TIME -> Tone.OK;
            case LATE, OPEN -> Tone.RUN;
            case RETURNED, MISSING -> Tone.LATE;
        };
    }

    Block regions() {
        long in = rollUp.regions().stream().filter(r -> r.state().counts()).count();
        List<Table.Line> lines = words.sorted(rollUp.regions(), RollUp.Region::name).stream()
                .map(r -> Table.Line.of(
                        Cell.link(r.name(), ReportPages.href(rollUp.year(), r.code())),
                        Cell.badge(badge(r)),
                        Cell.of(r.submittedAt().map(words::moment).orElse("")),
                        Cell.number(r.revision().map(words::number).orElse(""))))
                .toList();
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("page.report.region")),
                Table.Column.of(words.text("page.report.state")),
                Table.Column.of(words.text("page.report.submitted-at")),
                Table.Column.number(words.text("page.report.revision")));
        return Block.Card.of(words.text("page.rollup.regions"), Table.of(columns, lines))
                .badge(Badge.of(
                        words.text(
                                "page.report.of",
                                words.number(in),
                                words.number(rollUp.regions().size())),
                        in == rollUp.regions().size() ? Tone.OK : Tone.RUN));
    }

    /** A measure's row; what is inside is brought when it is opened. @param later address that brings it */
    Block.Disclosure closed(MeasureReport row, String later) {
        return head(row, List.of()).later(later);
    }

    Block.Disclosure head(MeasureReport row, List<Block> inside) {
        Optional<IndicatorFigures> headline = Shown.headline(row.code(), row.indicators());
        return new Block.Disclosure(
                        ReportRows.anchor(row.number()),
                        row.number() + ". " + row.name(),
                        headline.map(h -> Shown.value(words, h)).orElseGet(() -> Shown.state(words, row.state())),
                        headline.filter(h -> !rollUp.byMinistry(row.code(), h.code()))
                                .map(h -> List.of(told(h)))
                                .orElse(List.of()),
                        true,
                        inside)
                .note(headline.map(h ->
                                h.name() + target(row, h).map(t -> " · " + t).orElse(""))
                        .orElse(""));
    }

    /** The country's target; those of regions are set by themselves and make none together. */
    private Optional<String> target(MeasureReport row, IndicatorFigures figures) {
        return rollUp.targets("").of(row.code(), figures).map(aim -> Shown.target(words, aim, figures.value()));
    }

    private Badge told(IndicatorFigures figures) {
        long told = figures.districts().stream()
                .filter(p -> p.state() != kz.jolkarta.reporting.Cell.State.NOT_REPORTED)
                .count();
        int all = rollUp.regions().size();
        return Badge.of(
                words.text("page.rollup.told", words.number(told), words.number(all)),
                told == all ? Tone.OK : Tone.RUN);
    }

    /** The figures of the country, then those of each region. */
    List<Block> figures(MeasureReport row) {
        if (row.indicators().isEmpty()) {
            return List.of(Block.Notice.of(Tone.NONE, Shown.state(words, row.state())));
        }
        List<Block> blocks = new ArrayList<>();
        List<IndicatorFigures> added = row.indicators().stream()
                .filter(i -> !rollUp.byMinistry(row.code(), i.code()))
                .toList();
        List<IndicatorFigures> own = row.indicators().stream()
                .filter(i -> rollUp.byMinistry(row.code(), i.code()))
                .toList();
        if (!own.isEmpty()) {
            blocks.add(new Block.Heading(words.text("page.rollup.ministry")));
            blocks.add(new Block.Facts(own.stream()
                    .map(i -> new Block.Fact(
                            i.name(),
                            Cell.link(Shown.value(words, i), target(row, i).orElse(""), behind(row, i))))
                    .toList()));
        }
        if (!added.isEmpty()) {
            blocks.add(table(row, added));
        }
        if (added.stream().anyMatch(i -> i.adds() == IndicatorFigures.Adds.NOT)) {
            blocks.add(new Block.Paragraph(words.text(
                    "page.rollup.not-added",
                    added.stream()
                            .filter(i -> i.adds() == IndicatorFigures.Adds.NOT)
                            .map(IndicatorFigures::name)
                            .collect(Collectors.joining("; ")))));
        }
        return blocks;
    }

    private String behind(MeasureReport row, IndicatorFigures figures) {
        Address page = Address.of(IndicatorPages.href(row.code())).with("year", String.valueOf(rollUp.year()));
        return WhyPanel.href(page, row.code(), figures.code(), "");
    }

    private Block table(MeasureReport row, List<IndicatorFigures> added) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of(words.text("page.report.region"))));
        added.forEach(i -> columns.add(Table.Column.number(i.name())));
        List<Cell> country = new ArrayList<>(List.of(Cell.of(words.text("report.country"))));
        added.forEach(i -> country.add(total(row, i)));
        List<Table.Line> lines = new ArrayList<>(List.of(new Table.Line("", country, Tone.RUN)));
        for (RollUp.Region region : words.sorted(rollUp.regions(), RollUp.Region::name)) {
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.link(region.name(), ReportPages.href(rollUp.year(), region.code()))));
            YearTargets targets = rollUp.targets(region.code());
            added.forEach(i -> cells.add(i.districts().stream()
                    .filter(p -> p.territory().equals(region.code()))
                    .findFirst()
                    .map(p -> Cell.number(Shown.value(words, i.unit(), p.state(), p.value()))
                            .small(targets.of(row.code(), i)
                                    .map(aim -> Shown.target(words, aim, p.value()))
                                    .orElse("")))
                    .orElse(Cell.number(""))));
            lines.add(Table.Line.of(cells));
        }
        return Table.of(columns, lines).caption(row.name()).scrolls();
    }

    private Cell total(MeasureReport row, IndicatorFigures figures) {
        Optional<String> parts =
                figures.parts().map(p -> words.text("page.report.of", words.number(p.part()), words.number(p.whole())));
        return Cell.number(Shown.value(words, figures))
                .small(Stream.concat(parts.stream(), target(row, figures).stream())
                        .collect(Collectors.joining(" · ")));
    }
}
