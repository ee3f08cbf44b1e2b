package kz.jolkarta.registry.children;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.Parts.Sheet;

/**
 * One kind of a child's parts on pages: the list with the form that adds one, and one with the form that changes it.
 *
 * @param type its input
 * @param columns keys of the list's headings; the first opens the part
 * @param cells of one part, below the columns
 * @param fields of the form, empty ones; their names are the members of the type
 * @param removal key of the act that ends or removes one, "" when that has a page of its own
 */
record PartForms<T extends Part>(
        Parts parts,
        PartTable<T> kind,
        Class<T> type,
        List<String> columns,
        BiFunction<Words, T, List<Cell>> cells,
        BiFunction<Words, Sheet<T>, List<Field>> fields,
        String removal) {
    PartForms {
        columns = List.copyOf(columns);
    }

    /** The label of a member that the copy for representatives names too. */
    static String label(Words words, String member) {
        return words.text(
                "copy.column." + member.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT));
    }

    private String page(long child) {
        return ChildTabs.page(child, kind.name());
    }

    View list(Caller caller, Words words, long child) {
        return list(caller, words, child, Function.identity(), false);
    }

    private View list(Caller caller, Words words, long child, Function<Form, Form> change, boolean open) {
        Sheet<T> sheet = parts.sheet(caller.user(), kind, child);
        List<Table.Line> lines = sheet.parts().stream()
                .map(part -> Table.Line.of(opened(sheet, words, child, part)))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Table.of(
                        columns.stream()
                                .map(key -> Table.Column.of(words.text(key)))
                                .toList(),
                        lines)
                .caption(words.text("page.child.tab." + kind.name()))
                .empty(words.text("page.child.part.none")));
        if (sheet.writable()) {
            Form form = change.apply(Form.of(
                    page(child), words.text("page.child.add"), with(fields.apply(words, sheet), sheet.version())));
            blocks.add(new Block.Disclosure(
                    "add", words.text("page.child.part.add"), "", List.of(), open || lines.isEmpty(), List.of(form)));
        }
        return view(caller, words, child, sheet, blocks);
    }

    private List<Cell> opened(Sheet<T> sheet, Words words, long child, T part) {
        List<Cell> row = new ArrayList<>(cells.apply(words, part));
        if (sheet.writable()) {
            Cell first = row.get(0);
            row.set(0, Cell.link(first.text(), first.small(), page(child) + "/" + part.id()));
        }
        return row;
    }

    private View view(Caller caller, Words words, long child, Sheet<T> sheet, List<Block> blocks) {
        return View.of(words.text("page.child.tab." + kind.name()), blocks)
                .lead(sheet.name())
                .up(sheet.name(), ChildTabs.page(child, ChildTabs.WHOLE))
                .tabs(ChildTabs.of(words, caller.user(), child, kind.name()));
    }

    private static List<Field> with(List<Field> fields, int version) {
        return Stream.concat(fields.stream(), Stream.of(Field.hidden(FormInput.VERSION, version)))
                .toList();
    }

    Response add(Caller caller, Words words, long child, FormInput input) {
        return Answer.of(
                () -> {
                    parts.add(caller.user(), kind, child, input.as(type));
                    return Answer.to(page(child), "page.child.part.added");
                },
                problem -> list(caller, words, child, form -> form.refused(input, problem, words), true));
    }

    View open(Caller caller, Words words, long child, long id) {
        return open(caller, words, child, id, Function.identity());
    }

    private View open(Caller caller, Words words, long child, long id, Function<Form, Form> change) {
        Sheet<T> sheet = parts.sheet(caller.user(), kind, child);
        T part = one(sheet, id);
        List<Field> filled = filled(fields.apply(words, sheet), part);
        String here = page(child) + "/" + id;
        List<Block> blocks = new ArrayList<>();
        blocks.add(change.apply(Form.of(here, words.text("page.child.part.save"), with(filled, sheet.version()))
                .cancel(page(child))));
        if (removal.isEmpty()) {
            consent(words, (ConsentEntry) part, here).ifPresent(blocks::add);
        } else {
            blocks.add(Block.Buttons.of(
                    Action.danger(words.text(removal), here + "/removal").with(FormInput.VERSION, sheet.version())));
        }
        return view(caller, words, child, sheet, blocks);
    }

    private static Optional<Block> consent(Words words, ConsentEntry consent, String here) {
        return consent.withdrawnOn() != null
                ? Optional.empty()
                : Optional.of(
                        Block.Buttons.of(Action.go(words.text("page.child.consent.withdraw"), here + "/withdrawal")));
    }

    T one(Sheet<T> sheet, long id) {
        return sheet.parts().stream()
                .filter(part -> part.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static List<Field> filled(List<Field> fields, Part part) {
        JsonNode values = Json.mapper().valueToTree(part);
        return fields.stream()
                .map(field -> {
                    JsonNode value = values.path(field.name());
                    return value.isValueNode() && !value.isNull()
                            ? field.value(value.asText())
                            : field.values(List.of());
                })
                .toList();
    }

    Response change(Caller caller, Words words, long child, long id, FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    parts.replace(caller.user(), kind, child, id, version, input.as(type));
                    return Answer.to(page(child), "page.child.part.saved");
                },
                problem -> open(caller, words, child, id, form -> form.refused(input, problem, words)));
    }

    Response end(Caller caller, Words words, long child, long id, FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    parts.end(caller.user(), kind, child, id, version);
                    return Answer.to(page(child), "page.child.part.ended");
                },
                problem -> open(caller, words, child, id, form -> form.refused(input, problem, words)));
    }
}
