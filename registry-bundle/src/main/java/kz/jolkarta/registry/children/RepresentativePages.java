package kz.jolkarta.registry.children;

import static kz.jolkarta.registry.children.PartForms.label;

import jakarta.ws.rs.Path;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's legal representatives on pages. */
@Path("children/{child: \\d+}/representatives")
@Component(service = Pages.class)
public final class RepresentativePages extends PartPages<Representative> {
    @Activate
    public RepresentativePages(@Reference Parts parts) {
        super(new PartForms<>(
                parts,
                PartTable.REPRESENTATIVES,
                Representative.class,
                List.of("copy.column.name", "copy.column.relation", "copy.column.phone"),
                RepresentativePages::cells,
                (words, sheet) -> fields(words),
                List.of(),
                "page.child.part.remove"));
    }

    private static List<Cell> cells(Words words, Representative representative) {
        return List.of(
                Cell.of(representative.name()),
                Cell.of(words.text("child.word.relation." + Json.name(representative.relation()))),
                Cell.of(representative.phone() == null ? "" : representative.phone()));
    }

    private static List<Field> fields(Words words) {
        return List.of(
                Field.text("name", label(words, "name")).require(),
                Field.choice(
                                "relation",
                                label(words, "relation"),
                                words.options(Representative.Relation.class, "child.word.relation."))
                        .require(),
                Field.text("phone", label(words, "phone")));
    }
}
