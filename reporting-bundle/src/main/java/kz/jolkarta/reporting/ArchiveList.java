package kz.jolkarta.reporting;

import java.util.List;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The returns of past years, with what became of each. */
record ArchiveList(Words words, List<Integer> years) {
    View view(Address address, Page<ArchiveFilter.Listed> page) {
        Address order = address.usually(ArchiveFilter.USUALLY);
        List<Table.Column> columns = List.of(
                order.sortable(Table.Column.of(words.text("page.report.region")), "region"),
                order.sortable(Table.Column.number(words.text("page.report.year")), ArchiveFilter.USUALLY),
                Table.Column.of(words.text("page.report.state")),
                Table.Column.number(words.text("page.archive.measures")),
                order.sortable(Table.Column.of(words.text("page.archive.entered-at")), "-entered"));
        List<Table.Line> lines = page.items().stream().map(this::line).toList();
        Table table = Table.of(columns, lines)
                .caption(words.text("page.archive.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api" + ArchivePages.ARCHIVE))
                .empty(words.text("page.archive.empty"));
        return View.of(words.text("page.archive.title"), filters(address), table)
                .lead(words.text("page.archive.lead"));
    }

    private Table.Line line(ArchiveFilter.Listed listed) {
        return Table.Line.of(
                Cell.link(listed.name(), ArchivePages.href(listed.year(), listed.region())),
                Cell.number(String.valueOf(listed.year())),
                Cell.badge(ArchiveWords.badge(words, listed.state())),
                Cell.number(words.text("page.report.of", words.number(listed.entered()), words.number(listed.asked()))),
                Cell.of(listed.at().map(words::moment).orElse("")));
    }

    private Block filters(Address address) {
        List<Field> fields = address.filled(List.of(
                Field.choice(
                        "year",
                        words.text("page.report.year"),
                        years.stream()
                                .map(y -> new Field.Option(String.valueOf(y), String.valueOf(y)))
                                .toList()),
                Field.choice(
                        "state",
                        words.text("page.report.state"),
                        words.options(Archive.State.class, "page.archive.state."))));
        return Filters.of(
                        ArchivePages.ARCHIVE,
                        words.text("page.report.show"),
                        Action.link(words.text("page.archive.all"), ArchivePages.ARCHIVE),
                        fields)
                .active(address.active(fields));
    }
}
