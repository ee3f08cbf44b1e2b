package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The step of an import where each column of the list is said to be what it is; remembered for the user's next lists. */
final class ImportColumns {
    private static final String COLUMN = "column-";

    private ImportColumns() {}

    static View view(Batch batch, Form form, Words words) {
        String name = ImportView.name(batch, words);
        return View.of(words.text("page.imports.step.columns"), form)
                .lead(words.text("page.imports.columns-lead"))
                .up(name, ImportPages.LIST + "/" + batch.id());
    }

    /** @param samples some values of each column */
    static Form form(Batch batch, List<List<String>> samples, Words words) {
        List<Field.Option> options = Stream.of(Column.values())
                .map(c -> new Field.Option(c.code(), words.text(c.key())))
                .toList();
        List<Field> fields = new ArrayList<>();
        List<String> headings = batch.layout().headings();
        for (int c = 0; c < headings.size(); c++) {
            if (!headings.get(c).isEmpty()) {
                String taken = batch.layout().columns().get(c).map(Column::code).orElse("");
                String values = samples.get(c).isEmpty()
                        ? words.text("page.imports.sample-none")
                        : words.text("page.imports.sample", String.join("; ", samples.get(c)));
                Field field = Field.choice(COLUMN + c, headings.get(c), options);
                fields.add(
                        taken.isEmpty()
                                ? field.help(words.text("page.imports.not-recognised") + " " + values)
                                : field.value(taken).help(values));
            }
        }
        String own = ImportPages.LIST + "/" + batch.id();
        return Form.of(own + "/mapping", words.text("page.imports.again"), fields)
                .cancel(own);
    }

    /** What the form says of columns otherwise than they were taken; one that was emptied is not read. */
    static Map<String, String> said(Batch batch, FormInput input) {
        Map<String, String> said = new LinkedHashMap<>();
        List<String> headings = batch.layout().headings();
        for (int c = 0; c < headings.size(); c++) {
            String before = batch.layout().columns().get(c).map(Column::code).orElse("");
            String after = input.first(COLUMN + c);
            if (!headings.get(c).isEmpty() && !after.equals(before)) {
                said.put(headings.get(c), after.isEmpty() ? Layout.NOTHING : after);
            }
        }
        return said;
    }
}
