package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.roadmap.Resolution997;

/**
 * The targets of a year, and the figures that one can be set for.
 *
 * @param regions that the reader sees
 * @param country whether the reader sees the country's
 */
record TargetList(Words words, List<Integer> years, int year, List<Territory> regions, boolean country) {
    static final String NEW = TargetPages.TARGETS + "/new";

    View view(Address address, Page<TargetFilter.Listed> page, boolean sets) {
        Address order = address.usually(TargetFilter.USUALLY);
        List<Table.Column> columns = List.of(
                order.sortable(Table.Column.of(words.text("page.report.region")), "region"),
                order.sortable(Table.Column.of(words.text("report.column.measure")), "measure"),
                Table.Column.of(words.text("report.column.indicator")),
                Table.Column.number(words.text("report.column.target")),
                Table.Column.of(words.text("page.target.ground")),
                order.sortable(Table.Column.of(words.text("page.target.set")), "-set"));
        List<Table.Line> lines = page.items().stream().map(this::line).toList();
        Table table = Table.of(columns, lines)
                .caption(words.text("page.target.of", String.valueOf(year)))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api" + TargetPages.TARGETS))
                .empty(words.text("page.target.empty"));
        List<Field> fields = fields(address, false);
        View view = View.of(words.text("page.target.title"), filters(address, TargetPages.TARGETS, fields), table)
                .lead(words.text("page.target.lead"));
        return sets
                ? view.actions(Action.primary(
                        words.text("page.target.new"),
                        new Address(NEW, address.parameters())
                                .without("after", "sort")
                                .with("year", year)
                                .href()))
                : view;
    }

    private Table.Line line(TargetFilter.Listed listed) {
        Target target = listed.target();
        return Table.Line.of(
                Cell.of(listed.region()),
                Cell.of(listed.number() + ". " + listed.measure()),
                Cell.link(listed.indicator(), target.figure().href()),
                Cell.number(target.value()
                        .map(v -> Shown.number(words, target.unit(), v))
                        .orElse("")),
                Cell.of(target.ground().map(g -> Shown.ground(words, g)).orElse("")),
                Cell.of(target.set().by(), words.moment(target.set().at())));
    }

    /** The figures of a measure at a place, each leading to where its target is set. @param held by the indicator's code */
    View choose(Address address, Optional<String> region, List<ArchiveForm.Line> figures, Map<String, Target> held) {
        String measure = address.value("measure");
        List<Block> blocks = new ArrayList<>();
        blocks.add(filters(address, NEW, fields(address, true)));
        if (region.isPresent() && !measure.isEmpty()) {
            List<Table.Line> lines = figures.stream()
                    .map(f -> Table.Line.of(
                            Cell.link(
                                    Shown.indicator(words, measure, f.code()),
                                    new TargetKey(year, region.get(), measure, f.code()).href()),
                            Cell.of(words.text(f.unit().label())),
                            Cell.number(Optional.ofNullable(held.get(f.code()))
                                    .flatMap(Target::value)
                                    .map(v -> Shown.number(words, f.unit(), v))
                                    .orElse(""))))
                    .toList();
            blocks.add(Table.of(
                            List.of(
                                    Table.Column.of(words.text("report.column.indicator")),
                                    Table.Column.of(words.text("report.column.unit")),
                                    Table.Column.number(words.text("report.column.target"))),
                            lines)
                    .caption(Shown.measure(words, measure))
                    .empty(words.text("page.target.no-figures")));
        }
        return View.of(words.text("page.target.new"), blocks)
                .lead(words.text("page.target.choose"))
                .up(words.text("page.target.title"), TargetPages.TARGETS + "?year=" + year);
    }

    private List<Field> fields(Address address, boolean all) {
        List<Field.Option> places = new ArrayList<>();
        if (country) {
            places.add(new Field.Option(TargetKey.COUNTRY, words.text("report.country")));
        }
        words.sorted(regions, r -> words.text(r.name()))
                .forEach(r -> places.add(new Field.Option(r.code(), words.text(r.name()))));
        List<Field> fields = address.with("year", year)
                .filled(List.of(
                        Field.choice(
                                        "year",
                                        words.text("page.report.year"),
                                        years.stream()
                                                .map(y -> new Field.Option(String.valueOf(y), String.valueOf(y)))
                                                .toList())
                                .require(),
                        Field.choice("region", words.text("page.report.region"), places),
                        Field.choice(
                                "measure",
                                words.text("report.column.measure"),
                                Resolution997.programme().clauses().stream()
                                        .map(c -> new Field.Option(c.code(), Shown.measure(words, c.code())))
                                        .toList())));
        return all ? fields.stream().map(Field::require).toList() : fields;
    }

    private Block filters(Address address, String action, List<Field> fields) {
        return Filters.of(
                        action,
                        words.text("page.report.show"),
                        Action.link(words.text("page.archive.all"), action + "?year=" + year),
                        fields)
                .active(address.active(fields));
    }
}
