package kz.jolkarta.registry.children;

import static kz.jolkarta.registry.children.PartForms.label;

import jakarta.ws.rs.Path;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Category;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's categories on pages; one that has begun is ended and kept. */
@Path("children/{child: \\d+}/categories")
@Component(service = Pages.class)
public final class CategoryPages extends PartPages<CategoryPeriod> {
    @Activate
    public CategoryPages(@Reference Parts parts) {
        super(new PartForms<>(
                parts,
                PartTable.CATEGORIES,
                CategoryPeriod.class,
                List.of("copy.column.category", "copy.column.ground", "copy.column.valid-from", "copy.column.valid-to"),
                CategoryPages::cells,
                (words, sheet) -> fields(words),
                List.of(),
                "page.child.categories.end"));
    }

    private static List<Cell> cells(Words words, CategoryPeriod category) {
        return List.of(
                Cell.of(words.text("child.word.category." + Json.name(category.category()))),
                Cell.of(
                        category.groundKind() == null ? "" : category.groundKind(),
                        category.groundNumber() == null ? "" : category.groundNumber()),
                Cell.number(words.date(category.validFrom())),
                Cell.number(category.validTo() == null ? "" : words.date(category.validTo())));
    }

    private static List<Field> fields(Words words) {
        return List.of(
                Field.choice(
                                "category",
                                label(words, "category"),
                                words.options(Category.class, "child.word.category."))
                        .require(),
                Field.text("groundKind", label(words, "groundKind")),
                Field.text("groundNumber", label(words, "groundNumber")),
                Field.date("groundDate", label(words, "groundDate")),
                Field.date("validFrom", label(words, "validFrom")).require(),
                Field.date("validTo", label(words, "validTo")));
    }
}
