package kz.jolkarta.registry.staff;

import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.lineage.Lineage;
import kz.jolkarta.registry.lineage.Material;
import kz.jolkarta.registry.lineage.Seminar;
import kz.jolkarta.registry.lineage.Win;

/** What stands behind a member of staff: the children's prizes, seminars, materials. */
final class LineageBlocks {
    private LineageBlocks() {}

    static List<Block> of(Lineage.OfStaff found, Words words) {
        Table results = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.title")),
                                Table.Column.of(words.text("page.lineage.level")),
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.lineage.won-on"))),
                        found.results().items().stream()
                                .map(w -> line(w, words))
                                .toList())
                .caption(words.text("page.lineage.results"))
                .empty(words.text("page.lineage.no-results"));
        Table seminars = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.title")),
                                Table.Column.of(words.text("record.heading.starts")),
                                Table.Column.number(words.text("record.heading.hours"))),
                        found.seminars().items().stream()
                                .map(s -> line(s, words))
                                .toList())
                .caption(words.text("page.lineage.seminars"))
                .empty(words.text("page.lineage.no-seminars"));
        Table materials = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.title")),
                                Table.Column.of(words.text("record.heading.adopted-on"))),
                        found.materials().items().stream()
                                .map(m -> line(m, words))
                                .toList())
                .caption(words.text("page.lineage.materials"))
                .empty(words.text("page.lineage.no-materials"));
        return List.of(
                Block.Card.of(words.text("page.lineage.results"), results),
                Block.Card.of(words.text("page.lineage.seminars"), seminars),
                Block.Card.of(words.text("page.lineage.materials"), materials));
    }

    private static Table.Line line(Win win, Words words) {
        Cell child = win.childId() == null
                ? Cell.of(words.text("page.lineage.child-hidden"))
                : Cell.link(win.childName(), "/children/" + win.childId());
        String place = win.place() == null ? "" : words.text("page.lineage.place", win.place());
        return Table.Line.of(
                Cell.of(win.event(), place),
                Cell.of(words.text("level." + Json.name(win.level()))),
                child,
                Cell.of(words.date(win.wonOn())));
    }

    private static Table.Line line(Seminar seminar, Words words) {
        return Table.Line.of(
                Cell.link(seminar.title(), "/measures/" + seminar.measure() + "/activities/" + seminar.activityId()),
                Cell.of(words.date(seminar.starts())),
                Cell.number(seminar.hours() == null ? "" : words.number(seminar.hours())));
    }

    private static Table.Line line(Material material, Words words) {
        return Table.Line.of(
                Cell.link(material.title(), "/measures/" + material.measure() + "/deliverables/" + material.id()),
                Cell.of(material.adoptedOn() == null ? "" : words.date(material.adoptedOn())));
    }
}
