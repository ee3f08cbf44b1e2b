package kz.jolkarta.registry.childpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.childpage.ChildYear.Attended;
import kz.jolkarta.registry.childpage.ChildYear.Lesson;
import kz.jolkarta.registry.children.ChildTabs;

/**
 * Activities that run: how far they are, and both marks of the last lesson, the second of which is given here. Lessons are kept once they were held and
 * nobody plans them ahead, so what comes next is told by the days on which activities begin and end.
 */
final class LessonBlocks {
    private final Words words;
    private final long child;
    private final LocalDate today;
    private final Scope writes;

    /** @param writes where the reader may mark presence */
    LessonBlocks(Words words, long child, LocalDate today, Scope writes) {
        this.words = words;
        this.child = child;
        this.today = today;
        this.writes = writes;
    }

    /** What runs now and what begins next, without what the plan shows already. */
    Optional<Block> card(List<Attended> attended, Optional<Attended> planned) {
        List<Block> lessons = new ArrayList<>();
        attended.stream()
                .filter(this::runs)
                .filter(a -> !planned.equals(Optional.of(a)))
                .forEach(a -> lessons.addAll(of(a)));
        attended.stream()
                .filter(a -> accepted(a) && a.starts().isAfter(today))
                .min(Comparator.comparing(Attended::starts))
                .ifPresent(next -> lessons.add(new Block.Rows(
                        List.of(Block.Row.of(
                                "calendar",
                                Tone.PLAIN,
                                words.text("page.child.lesson.begins", words.date(next.starts())),
                                next.title(),
                                href(next))),
                        "")));
        return lessons.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Block.Card.of(words.text("page.child.lessons"), lessons).at("lessons"));
    }

    private boolean runs(Attended a) {
        return accepted(a) && !a.starts().isAfter(today) && !a.ends().isBefore(today);
    }

    private static boolean accepted(Attended a) {
        return !a.cancelled() && a.state().equals("accepted");
    }

    private static String href(Attended a) {
        return "/measures/" + a.measure() + "/activities/" + a.activity();
    }

    List<Block> of(Attended a) {
        String activity = href(a);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Progress(a.title(), a.present(), a.sessions(), presence(a), List.of()));
        List<Block.Row> days = new ArrayList<>();
        a.last().ifPresent(last -> days.add(row(last)));
        if (runs(a)) {
            String until = words.text("page.child.lesson.until", words.date(a.ends()));
            days.add(Block.Row.of("clock", Tone.PLAIN, until, words.text("page.child.lesson.no-timetable"), ""));
        }
        blocks.add(new Block.Rows(days, words.text("page.child.lesson.none-held")));
        List<Action> actions = new ArrayList<>();
        boolean marks = writes.covers(a.territory());
        if (marks && a.last().filter(l -> l.present() && !l.confirmed()).isPresent()) {
            actions.add(Action.postPrimary(words.text("page.child.lesson.confirm"), ChildTabs.page(child, "lessons"))
                    .with("participation", a.id())
                    .icon("check"));
        }
        if (marks && runs(a)) {
            actions.add(Action.go(words.text("page.child.lesson.next"), activity + "/sessions"));
        }
        actions.add(Action.go(words.text("page.child.activity.open"), activity));
        blocks.add(new Block.Buttons(actions));
        return blocks;
    }

    private Block.Row row(Lesson last) {
        Badge roll = last.present()
                ? Badge.of(words.text("page.child.lesson.present"), Tone.OK, "check")
                : Badge.of(words.text("page.child.lesson.absent"), Tone.LATE, "x");
        Badge second = last.confirmed()
                ? Badge.of(words.text("page.child.lesson.confirmed"), Tone.OK, "check")
                : Badge.of(words.text("page.child.lesson.unconfirmed"), Tone.RUN, "clock");
        return Block.Row.of(
                        "calendar", Tone.PLAIN, words.text("page.child.lesson.last", words.date(last.heldOn())), "", "")
                .badges(last.present() ? new Badge[] {roll, second} : new Badge[] {roll});
    }

    /** Both marks: of the roll, and of somebody else. */
    String presence(Attended a) {
        return words.text("page.child.sessions", words.number(a.present()), words.number(a.sessions())) + ", "
                + words.text("page.child.confirmed", words.number(a.confirmed()), words.number(a.present()));
    }
}
