package kz.jolkarta.registry.imports;

import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;

/** The page of all imports: the form that begins one, and those that were. */
record ImportList(Imports imports, TerritoryChoice territories, User user, Words words) {
    private static final int ROWS = 25;

    View view(Address address, Form upload) {
        ImportFilter filter = ImportFilter.of(
                address.value("state"),
                address.value("who"),
                address.value("name"),
                address.value("from"),
                address.value("to"),
                address.value("sort"));
        Page<Imports.Listed> page = imports.list(user, filter, address.value("after"), ROWS);
        List<Field> fields = address.filled(fields());
        Filters filters = Filters.of(
                        ImportPages.LIST,
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), ImportPages.LIST),
                        fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.imports.file")),
                                address.usually("-when")
                                        .sortable(Table.Column.of(words.text("page.imports.when-and-who")), "when"),
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.number(words.text("page.imports.count.created")),
                                Table.Column.number(words.text("page.imports.count.updated")),
                                Table.Column.number(words.text("page.imports.count.doubtful")),
                                Table.Column.number(words.text("page.imports.count.rejected")),
                                Table.Column.of(words.text("record.heading.state")),
                                Table.Column.of(words.text("page.imports.what-can-be-done"))),
                        page.items().stream().map(this::line).toList())
                .caption(words.text("page.imports.past"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/imports"));
        table = filters.active().isEmpty()
                ? table.empty(words.text("page.imports.none"))
                : table.empty(words.text("page.imports.none-found"), filters.reset());
        return View.of(
                        words.text("page.imports.title"),
                        Block.Card.of(words.text("page.imports.new"), upload),
                        Block.Card.of(words.text("page.imports.past"), filters, table)
                                .at("past"))
                .lead(words.text("page.imports.lead"))
                .actions(Action.go(words.text("page.imports.doubtful"), DoubtPages.LIST));
    }

    private List<Field> fields() {
        List<Field.Option> states = Stream.of(Batch.State.values())
                .map(s -> new Field.Option(ImportView.code(s), words.text("import.state." + ImportView.code(s))))
                .toList();
        return List.of(
                Field.text("name", words.text("page.imports.file-name")),
                Field.choice("state", words.text("record.heading.state"), states),
                Field.text("who", words.text("page.imports.who")),
                Field.date("from", words.text("page.imports.from")),
                Field.date("to", words.text("page.imports.to")));
    }

    Form upload() {
        return Form.of(
                ImportPages.LIST,
                words.text("page.imports.start"),
                List.of(
                        Field.file("file", words.text("page.imports.file"))
                                .require()
                                .help(words.text("page.imports.file-help")),
                        territories
                                .field(words, user.scope(Right.CHILDREN_IMPORT), "")
                                .help(words.text("page.imports.territory-help")),
                        Field.flag("dryRun", words.text("page.imports.dry-run"))
                                .help(words.text("page.imports.dry-run-help"))));
    }

    private String who(Imports.Listed listed) {
        return listed.login().isEmpty()
                ? words.text(
                        "page.imports.account", String.valueOf(listed.batch().owner()))
                : listed.login();
    }

    private Table.Line line(Imports.Listed listed) {
        Batch batch = listed.batch();
        String own = ImportPages.LIST + "/" + batch.id();
        Batch.Counts counts = batch.counts();
        Cell undo = ImportView.undoable(batch)
                ? Cell.action(Action.go(words.text("page.imports.undo"), own + "/undo")
                        .icon("arrow-back-up"))
                : Cell.of("");
        return Table.Line.of(
                Cell.link(
                        ImportView.name(batch, words),
                        batch.dryRun() ? words.text("page.imports.was-dry-run") : "",
                        own),
                Cell.of(words.moment(batch.created()), who(listed)),
                Cell.of(batch.territory().isEmpty() ? "" : territories.name(words, batch.territory())),
                Cell.number(words.number(counts.created())),
                Cell.number(words.number(counts.updated())),
                Cell.number(words.number(counts.doubtful())),
                Cell.number(words.number(counts.rejected())),
                Cell.badge(ImportView.state(batch, words)),
                undo);
    }
}
