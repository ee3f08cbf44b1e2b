package kz.jolkarta.registry.children;

import static kz.jolkarta.registry.children.PartForms.label;

import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.staff.StaffChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's achievements on pages, with who coached it. */
@Path("children/{child: \\d+}/achievements")
@Component(service = Pages.class)
public final class AchievementPages extends PartPages<AchievementEntry> {
    @Activate
    public AchievementPages(@Reference Parts parts, @Reference StaffChoice staff) {
        super(new PartForms<>(
                parts,
                PartTable.ACHIEVEMENTS,
                AchievementEntry.class,
                List.of(
                        "copy.column.event",
                        "copy.column.level",
                        "copy.column.place",
                        "copy.column.won-on",
                        "copy.column.coach"),
                AchievementPages::cells,
                (words, sheet) -> fields(words),
                List.of(new PartForms.Chosen<>(
                        Right.ORGANISATIONS_READ,
                        "page.child.achievements.coach-staff",
                        "page.child.achievements.coach-help",
                        caller -> staff.of(caller, "coachId", Optional.empty()),
                        AchievementEntry::coachId)),
                "page.child.part.remove"));
    }

    private static List<Cell> cells(Words words, AchievementEntry entry) {
        String coach = entry.coach() == null ? entry.coachName() : entry.coach();
        return List.of(
                Cell.of(entry.event(), entry.organiser() == null ? "" : entry.organiser()),
                Cell.of(words.text("level." + Json.name(entry.level())), entry.stage() == null ? "" : entry.stage()),
                Cell.number(place(words, entry)),
                Cell.number(words.date(entry.wonOn())),
                Cell.of(coach == null ? "" : coach));
    }

    private static String place(Words words, AchievementEntry entry) {
        if (entry.place() != null) {
            return words.text("page.child.place", String.valueOf(entry.place()));
        }
        return Boolean.TRUE.equals(entry.prize()) ? words.text("page.child.prize") : "";
    }

    private static List<Field> fields(Words words) {
        return List.of(
                Field.text("event", label(words, "event")).require(),
                Field.text("organiser", label(words, "organiser")),
                Field.choice("level", label(words, "level"), words.options(AchievementLevel.class, "level."))
                        .require(),
                Field.choice("field", label(words, "field"), words.options(TalentField.class, "child.word.talent.")),
                Field.text("stage", label(words, "stage")),
                Field.choice(
                        "place",
                        label(words, "place"),
                        List.of(new Field.Option("1", "1"), new Field.Option("2", "2"), new Field.Option("3", "3"))),
                Field.flag("prize", label(words, "prize")),
                Field.date("wonOn", label(words, "wonOn")).require(),
                Field.text("coachName", words.text("page.child.achievements.coach-name")));
    }
}
