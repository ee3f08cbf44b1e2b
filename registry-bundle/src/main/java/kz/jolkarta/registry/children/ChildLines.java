package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.roadmaps.MapStanding;

/** Children as rows of a table. */
final class ChildLines {
    private final Words words;
    private final LocalDate today;

    ChildLines(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    List<Table.Column> columns(Address address) {
        return List.of(
                address.usually("name").sortable(Table.Column.of(words.text("record.heading.name")), "name"),
                Table.Column.of(words.text("page.children.class-and-age")),
                Table.Column.of(words.text("page.children.school-and-place")),
                Table.Column.of(words.text("import.column.categories")),
                Table.Column.of(words.text("import.column.talent")),
                Table.Column.of(words.text("page.children.road-map")),
                Table.Column.of(words.text("page.children.not-reached")));
    }

    Table.Line line(ChildRow child) {
        return Table.Line.of(
                child.id(),
                List.of(
                        Cell.person(name(child), iin(child), "/children/" + child.id()),
                        Cell.of(grade(child), age(child)),
                        school(child),
                        Cell.badges(categories(child)),
                        Cell.of(child.talents().stream()
                                .map(t -> words.text("child.word.talent." + Json.name(t)))
                                .collect(Collectors.joining(" · "))),
                        map(child),
                        Cell.badges(child.notReached().stream()
                                .map(number -> Badge.of(String.valueOf(number), Tone.RUN))
                                .toList())));
    }

    static String name(ChildRow child) {
        return Person.name(or(child.surname()), child.givenName(), or(child.patronymic()));
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    String iin(ChildRow child) {
        return child.iin() == null
                ? words.text("page.children.no-iin")
                : words.text("import.column.iin") + " " + child.iin();
    }

    private String grade(ChildRow child) {
        if (child.grade() == null) {
            return "";
        }
        String letter = or(child.gradeLetter()).toUpperCase(Locale.ROOT);
        return words.text("page.children.grade", child.grade() + (letter.isEmpty() ? "" : " " + letter));
    }

    private String age(ChildRow child) {
        return words.count(
                "page.children.age.", Period.between(child.birthDate(), today).getYears());
    }

    /** The school, or else the place. */
    String where(ChildRow child) {
        return child.school() == null
                ? place(child.territory())
                : or(child.school().name());
    }

    private static String place(Place place) {
        return place.district() == null || place.district().equals(place.name())
                ? or(place.name())
                : place.name() + " · " + place.district();
    }

    private static Cell school(ChildRow child) {
        String where = place(child.territory());
        return child.school() == null
                ? Cell.of(where)
                : Cell.of(or(child.school().name()), where);
    }

    private List<Badge> categories(ChildRow child) {
        List<Badge> badges = new ArrayList<>();
        if (Boolean.TRUE.equals(child.rural())) {
            badges.add(Badge.of(words.text("page.children.rural"), Tone.PLAIN));
        }
        child.categories()
                .forEach(c -> badges.add(Badge.of(words.text("child.word.category." + Json.name(c)), Tone.PLAIN)));
        if (child.state() != ChildState.ACTIVE) {
            badges.add(Badge.of(words.text("copy.word.child-state." + Json.name(child.state())), Tone.NONE));
        }
        return badges;
    }

    private Cell map(ChildRow child) {
        Tone tone = tone(child.roadMap());
        Cell cell = Cell.badge(Badge.of(words.text("page.children.map." + Json.name(child.roadMap())), tone));
        return child.steps() == null || child.steps() == 0
                ? cell
                : cell.progress(new Cell.Progress(
                        child.stepsDone(),
                        child.steps(),
                        words.text("page.child.steps", words.number(child.stepsDone()), words.number(child.steps())),
                        tone));
    }

    private static Tone tone(MapStanding standing) {
        return switch (standing) {
            case NONE, CLOSED -> Tone.NONE;
            case DRAFT, AGREED -> Tone.RUN;
            case APPROVED -> Tone.OK;
            case OVERDUE -> Tone.LATE;
        };
    }
}
