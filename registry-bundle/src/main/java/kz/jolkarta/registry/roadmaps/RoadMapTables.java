package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Paper.Block;
import kz.jolkarta.core.files.Paper.Table;
import kz.jolkarta.core.files.Paper.Text;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.roadmaps.PrintedMap.Aim;
import kz.jolkarta.registry.roadmaps.PrintedMap.Diagnosis;
import kz.jolkarta.registry.roadmaps.PrintedMap.Marks;
import kz.jolkarta.registry.roadmaps.PrintedMap.Period;
import kz.jolkarta.registry.roadmaps.PrintedMap.Permission;
import kz.jolkarta.registry.roadmaps.PrintedMap.Prize;
import kz.jolkarta.registry.roadmaps.PrintedMap.Step;
import kz.jolkarta.registry.roadmaps.PrintedMap.Support;
import kz.jolkarta.registry.roadmaps.PrintedMap.Talent;

/** What the registry knows of the child, as the tables of a print. */
final class RoadMapTables {
    private static final int ROWS_TO_WRITE = 3;
    private static final int SHOWN_DIGITS = 4;

    private final PrintWords words;
    private final PrintedMap map;

    RoadMapTables(PrintWords words, PrintedMap map) {
        this.words = words;
        this.map = map;
    }

    /** The number of an identity, whole only for who may take children along. */
    String number(String number) {
        if (map.rights().contains(Right.CHILDREN_EXPORT) || number.length() <= SHOWN_DIGITS) {
            return number;
        }
        int hidden = number.length() - SHOWN_DIGITS;
        return "•".repeat(hidden) + number.substring(hidden);
    }

    String category(Period period) {
        String ground = PrintWords.list(
                Stream.of(period.ground(), period.grounded().map(words::day).orElse("")));
        String term = period.to()
                .map(to -> words.text("print.from-to", words.day(period.from()), words.day(to)))
                .orElseGet(() -> words.text("print.from", words.day(period.from())));
        return PrintWords.list(Stream.of(words.word("child.word.category.", period.category()), ground, term));
    }

    String consent(Permission consent) {
        String given = consent.to()
                .map(to -> words.text("print.consent-to", words.day(consent.given()), words.day(to)))
                .orElseGet(() -> words.text("print.consent-given", words.day(consent.given())));
        return PrintWords.list(Stream.of(
                given,
                consent.withdrawn()
                        .map(day -> words.text("print.consent-withdrawn", words.day(day)))
                        .orElse("")));
    }

    private <T> List<Block> table(
            List<String> headings, List<Integer> widths, List<T> rows, Function<T, List<String>> cells) {
        return rows.isEmpty()
                ? List.of(new Text(words.text("print.none")))
                : List.of(new Table(
                        headings.stream().map(words::text).toList(),
                        widths,
                        rows.stream().map(cells).toList()));
    }

    List<Block> talents() {
        return table(
                List.of("print.field", "print.subject", "print.proposed-by", "print.identified-on"),
                List.of(4, 5, 5, 3),
                map.parts().talents(),
                (Talent t) -> List.of(
                        words.word("child.word.talent.", t.field()),
                        t.subject(),
                        t.proposedBy(),
                        words.day(t.identifiedOn())));
    }

    List<Block> diagnostics() {
        return table(
                List.of(
                        "print.day",
                        "print.method",
                        "print.score",
                        "print.norm",
                        "print.finding",
                        "print.psychologist",
                        "print.next"),
                List.of(5, 6, 4, 4, 9, 6, 5),
                map.parts().diagnostics(),
                (Diagnosis d) -> List.of(
                        words.day(d.heldOn()),
                        d.method(),
                        d.score(),
                        d.norm(),
                        d.conclusion(),
                        d.psychologist(),
                        words.day(d.next())));
    }

    List<Block> marks() {
        return table(
                List.of("print.school-year", "print.excellent"),
                List.of(1, 2),
                map.parts().marks(),
                (Marks m) -> List.of(
                        words.schoolYear(m.schoolYear()),
                        words.text(m.excellent() ? "child.word.yes" : "child.word.no")));
    }

    List<Block> achievements() {
        return table(
                List.of("print.day", "print.event", "print.level", "print.result", "print.coach"),
                List.of(4, 9, 5, 4, 6),
                map.parts().achievements(),
                (Prize a) -> List.of(
                        words.day(a.wonOn()),
                        PrintWords.lines(Stream.of(a.event(), a.organiser())),
                        PrintWords.list(Stream.of(words.word("level.", a.level()), a.stage())),
                        result(a),
                        a.coach()));
    }

    private String result(Prize a) {
        if (a.place().isPresent()) {
            return words.text("print.place", a.place().get());
        }
        return words.text(a.prize() ? "print.prize" : "print.participant");
    }

    List<Block> mentors() {
        List<String> coaches = map.parts().achievements().stream()
                .map(Prize::coach)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return coaches.isEmpty()
                ? List.of()
                : List.of(new Text(words.text("print.coaches", PrintWords.list(coaches.stream()))));
    }

    List<Block> plan() {
        List<Block> blocks = new ArrayList<>();
        List<Aim> goals = map.parts().goals();
        List<Step> steps = map.parts().steps();
        for (int i = 0; i < goals.size(); i++) {
            Aim goal = goals.get(i);
            String expected = goal.expected().isBlank() ? "" : words.text("print.expected-of-goal", goal.expected());
            blocks.add(new Text(PrintWords.lines(Stream.of(words.text("print.goal", i + 1, goal.title()), expected))));
            blocks.add(steps(steps.stream()
                    .filter(s -> s.goal().equals(Optional.of(goal.id())))
                    .toList()));
        }
        List<Step> free = steps.stream()
                .filter(s -> goals.stream().noneMatch(g -> s.goal().equals(Optional.of(g.id()))))
                .toList();
        if (!free.isEmpty() || goals.isEmpty()) {
            if (!goals.isEmpty()) {
                blocks.add(new Text(words.text("print.other-steps")));
            }
            blocks.add(steps(free));
        }
        return blocks;
    }

    /** Without steps, lines to write them in. */
    private Table steps(List<Step> steps) {
        List<String> headings = Stream.of(
                        "print.number", "print.step", "print.due", "print.responsible", "print.expected", "print.done")
                .map(words::text)
                .toList();
        List<List<String>> rows = steps.isEmpty()
                ? Collections.nCopies(ROWS_TO_WRITE, Collections.nCopies(headings.size(), ""))
                : IntStream.range(0, steps.size())
                        .mapToObj(i -> cells(i + 1, steps.get(i)))
                        .toList();
        return new Table(headings, List.of(2, 12, 5, 7, 8, 7), rows);
    }

    private List<String> cells(int number, Step step) {
        String measure = step.measure().isEmpty() ? "" : words.measure(step.measure());
        String kind = step.type().isEmpty() ? "" : kind(step.measure(), step.type());
        String done = PrintWords.lines(
                Stream.of(words.word("state.road-map-step.", step.state()), words.day(step.doneOn()), step.note()));
        return List.of(
                String.valueOf(number),
                PrintWords.lines(Stream.of(step.title(), PrintWords.list(Stream.of(measure, kind)))),
                words.day(step.dueOn()),
                step.responsible(),
                step.expected(),
                done);
    }

    /** A step names a kind of activity or of award. */
    private String kind(String measure, String type) {
        String activity = words.word(measure + ".activity.", type);
        return activity.equals(type) ? words.word(measure + ".award.", type) : activity;
    }

    List<Block> support() {
        return table(
                List.of("print.measure", "print.what", "print.when", "print.state-of-record", "print.paid"),
                List.of(8, 9, 5, 5, 4),
                map.parts().support(),
                (Support s) -> {
                    String kinds = s.measure() + "." + Moves.code(s.kind()) + ".";
                    String document = s.document().isEmpty() ? "" : words.text("print.document-number", s.document());
                    return List.of(
                            words.measure(s.measure()),
                            PrintWords.lines(Stream.of(words.word(kinds, s.type()), s.title(), document)),
                            words.days(s.from(), s.to()),
                            words.word(states(s), s.state().toLowerCase(Locale.ROOT)),
                            s.paid() == 0 ? "" : words.money(s.paid()));
                });
    }

    private static String states(Support support) {
        return switch (support.kind()) {
            case ACTIVITY -> "state.participation.";
            case AWARD -> "state.award.";
            case DELIVERABLE -> "state.deliverable.";
        };
    }
}
