package kz.jolkarta.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.roadmap.Resolution997;

/** The regions' reports of a year, with what became of each. */
record ReportList(Words words, Deadlines deadlines, LocalDate today, Instant now) {
    /** @param last the last submission of each region, by its code @param entered regions whose return of the year was entered in place of a report */
    View view(List<Territory> regions, Map<String, Submission> last, Set<String> entered) {
        int year = deadlines.year();
        List<Table.Line> lines = words.sorted(regions, r -> words.text(r.name())).stream()
                .map(r -> {
                    Optional<Submission> made = Optional.ofNullable(last.get(r.code()));
                    return Table.Line.of(
                            Cell.link(words.text(r.name()), ReportPages.href(year, r.code())),
                            Cell.badge(
                                    entered.contains(r.code())
                                            ? ArchiveWords.entered(words)
                                            : Shown.standing(
                                                    words, made, Timeliness.of(made, deadlines.region(), now))),
                            Cell.of(made.map(s -> words.moment(s.submittedAt())).orElse("")),
                            Cell.number(
                                    made.map(s -> words.number(s.revision())).orElse("")));
                })
                .toList();
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("page.report.region")),
                Table.Column.of(words.text("page.report.state")),
                Table.Column.of(words.text("page.report.submitted-at")),
                Table.Column.number(words.text("page.report.revision")));
        Table table = Table.of(columns, lines)
                .caption(words.text("page.report.list"))
                .empty(words.text("page.report.below-region"));
        return View.of(words.text("page.report.list"), years(year), table)
                .lead(words.text(
                        "page.report.list-lead",
                        String.valueOf(year),
                        words.date(deadlines.regions()),
                        words.date(deadlines.ministry())));
    }

    private Block years(int year) {
        List<Field.Option> options = IntStream.iterate(
                        today.getYear(), y -> y >= Resolution997.programme().firstYear(), y -> y - 1)
                .mapToObj(y -> new Field.Option(String.valueOf(y), String.valueOf(y)))
                .toList();
        return Filters.of(
                ReportPages.REPORTS,
                words.text("page.report.show"),
                Action.link(words.text("page.report.this-year"), ReportPages.REPORTS),
                List.of(Field.choice("year", words.text("page.report.year"), options)
                        .require()
                        .value(year)));
    }
}
