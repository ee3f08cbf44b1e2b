package kz.jolkarta.registry.children;

import static kz.jolkarta.registry.children.PartForms.label;

import jakarta.ws.rs.Path;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.TalentField;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's talents on pages. */
@Path("children/{child: \\d+}/talents")
@Component(service = Pages.class)
public final class TalentPages extends PartPages<TalentEntry> {
    @Activate
    public TalentPages(@Reference Parts parts) {
        super(new PartForms<>(
                parts,
                PartTable.TALENTS,
                TalentEntry.class,
                List.of(
                        "copy.column.field",
                        "copy.column.subject",
                        "copy.column.proposed-by",
                        "copy.column.identified-on"),
                TalentPages::cells,
                (words, sheet) -> fields(words),
                List.of(),
                "page.child.part.remove"));
    }

    private static List<Cell> cells(Words words, TalentEntry talent) {
        return List.of(
                Cell.of(words.text("child.word.talent." + Json.name(talent.field()))),
                Cell.of(talent.subject() == null ? "" : talent.subject()),
                Cell.of(talent.proposedBy() == null ? "" : talent.proposedBy()),
                Cell.number(words.date(talent.identifiedOn())));
    }

    private static List<Field> fields(Words words) {
        return List.of(
                Field.choice("field", label(words, "field"), words.options(TalentField.class, "child.word.talent."))
                        .require(),
                Field.text("subject", label(words, "subject")),
                Field.text("proposedBy", label(words, "proposedBy")),
                Field.date("identifiedOn", label(words, "identifiedOn")).require());
    }
}
