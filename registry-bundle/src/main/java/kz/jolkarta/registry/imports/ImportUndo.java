package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildChoice;

/** What taking an import back does, before it is done, and what it left alone. */
final class ImportUndo {
    private ImportUndo() {}

    static View view(Batch batch, Undo.Result foreseen, User user, ChildChoice children, Words words) {
        String own = ImportPages.LIST + "/" + batch.id();
        String name = ImportView.name(batch, words);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(
                words.text("page.imports.undo-what"),
                new Block.Facts(List.of(
                        Block.Fact.of(words.text("page.imports.undo-removed"), words.number(foreseen.removed())),
                        Block.Fact.of(words.text("page.imports.undo-restored"), words.number(foreseen.restored())),
                        Block.Fact.of(
                                words.text("page.imports.undo-kept"),
                                words.number(foreseen.kept().size()))))));
        if (!foreseen.kept().isEmpty()) {
            blocks.add(kept(foreseen.kept(), user, children, words));
        }
        blocks.add(Form.of(own + "/undo", words.text("page.imports.undo-submit"), List.of())
                .takesAway()
                .cancel(own));
        return View.of(words.text("page.imports.undo-title", name), blocks)
                .lead(words.text("page.imports.undo-lead"))
                .up(name, own);
    }

    /** By name where the user may see the child. At most so many as fit a page; all of them are in the trail. */
    static Block kept(List<Undo.KeptChild> kept, User user, ChildChoice children, Words words) {
        List<Undo.KeptChild> shown = kept.stream().limit(Page.MAX_LIMIT).toList();
        Map<Long, String> names =
                children.names(user, shown.stream().map(Undo.KeptChild::child).toList());
        List<Table.Line> lines = shown.stream()
                .map(k -> Table.Line.of(
                        Cell.number(words.number(k.row())),
                        names.containsKey(k.child())
                                ? Cell.link(names.get(k.child()), "/children/" + k.child())
                                : Cell.of(words.text("page.imports.child", String.valueOf(k.child()))),
                        Cell.of(words.text("import.kept." + k.reason().toLowerCase(Locale.ROOT)))))
                .toList();
        Table table = Table.of(
                        List.of(
                                Table.Column.number(words.text("page.imports.row")),
                                Table.Column.of(words.text("page.imports.whom")),
                                Table.Column.of(words.text("record.heading.reason"))),
                        lines)
                .count(words.count("page.imports.count.kept.", kept.size()));
        return Block.Card.of(words.text("page.imports.kept"), table).at("kept");
    }
}
