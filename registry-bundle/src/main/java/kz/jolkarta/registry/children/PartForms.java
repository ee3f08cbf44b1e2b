package kz.jolkarta.registry.children;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
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
 * @param chosen members that are chosen by name
 * @param removal key of the act that ends or removes one, "" when that has a page of its own
 * @param below what stands below the list of a child for who may change it
 */
record PartForms<T extends Part>(
        Parts parts,
        PartTable<T> kind,
        Class<T> type,
        List<String> columns,
        BiFunction<Words, T, List<Cell>> cells,
        BiFunction<Words, Sheet<T>, List<Field>> fields,
        List<Chosen<T>> chosen,
        String removal,
        BiFunction<Words, Long, List<Block>> below) {
    private static final FormInput FRESH = FormInput.of(Map.of());

    PartForms(
            Parts parts,
            PartTable<T> kind,
            Class<T> type,
            List<String> columns,
            BiFunction<Words, T, List<Cell>> cells,
            BiFunction<Words, Sheet<T>, List<Field>> fields,
            List<Chosen<T>> chosen,
            String removal) {
        this(parts, kind, type, columns, cells, fields, chosen, removal, (words, child) -> List.of());
    }

    PartForms {
        columns = List.copyOf(columns);
        chosen = List.copyOf(chosen);
    }

    /**
     * A member that holds the number of something, which is looked up by its name.
     *
     * @param needs the right to look it up; without it what is stored goes along unseen
     * @param label key
     * @param kept the number that is stored, null for none
     */
    record Chosen<T>(Right needs, String label, String help, Function<Caller, LookUp> look, Function<T, Long> kept) {
        private List<Field> fields(Caller caller, Words words, FormInput sent, Optional<T> now) {
            String number = now.map(kept).map(String::valueOf).orElse("");
            LookUp found = look.apply(caller);
            return caller.user().has(needs)
                    ? found.fields(words.text(label), words.text(help), sent, number)
                    : List.of(Field.hidden(found.name(), number));
        }

        private FormInput read(Caller caller, FormInput sent) {
            return caller.user().has(needs) ? look.apply(caller).chosen(sent) : sent;
        }
    }

    private List<Field> fields(Caller caller, Words words, Sheet<T> sheet, FormInput sent, Optional<T> now) {
        List<Field> all = new ArrayList<>(fields.apply(words, sheet));
        chosen.forEach(c -> all.addAll(c.fields(caller, words, sent, now)));
        return all;
    }

    private T read(Caller caller, FormInput input) {
        FormInput clear = input;
        for (Chosen<T> one : chosen) {
            clear = one.read(caller, clear);
        }
        return clear.as(type);
    }

    private static Function<Form, Form> refused(FormInput input, Problem problem, Words words) {
        return form -> LookUp.told(form.refused(input, problem, words));
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
        return list(caller, words, child, FRESH, Function.identity(), false);
    }

    private View list(
            Caller caller, Words words, long child, FormInput sent, Function<Form, Form> change, boolean open) {
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
                    page(child),
                    words.text("page.child.add"),
                    with(fields(caller, words, sheet, sent, Optional.empty()), sheet.version())));
            blocks.add(new Block.Disclosure(
                    "add", words.text("page.child.part.add"), "", List.of(), open || lines.isEmpty(), List.of(form)));
            blocks.addAll(below.apply(words, child));
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
                    parts.add(caller.user(), kind, child, read(caller, input));
                    return Answer.to(page(child), "page.child.part.added");
                },
                problem -> list(caller, words, child, input, refused(input, problem, words), true));
    }

    View open(Caller caller, Words words, long child, long id) {
        return open(caller, words, child, id, FRESH, Function.identity());
    }

    private View open(Caller caller, Words words, long child, long id, FormInput sent, Function<Form, Form> change) {
        Sheet<T> sheet = parts.sheet(caller.user(), kind, child);
        T part = one(sheet, id);
        List<Field> filled = filled(fields(caller, words, sheet, sent, Optional.of(part)), part);
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
                    parts.replace(caller.user(), kind, child, id, version, read(caller, input));
                    return Answer.to(page(child), "page.child.part.saved");
                },
                problem -> open(caller, words, child, id, input, refused(input, problem, words)));
    }

    Response end(Caller caller, Words words, long child, long id, FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    parts.end(caller.user(), kind, child, id, version);
                    return Answer.to(page(child), "page.child.part.ended");
                },
                problem -> open(caller, words, child, id, input, refused(input, problem, words)));
    }
}
