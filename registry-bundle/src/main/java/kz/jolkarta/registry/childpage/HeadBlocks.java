package kz.jolkarta.registry.childpage;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.CategoryPeriod;
import kz.jolkarta.registry.children.Child;
import kz.jolkarta.registry.children.ChildState;
import kz.jolkarta.registry.duplicates.Pair;
import kz.jolkarta.registry.residence.Transfer;

/** Who the page is about, and what has to be known before anything else. */
final class HeadBlocks {
    /** From here on the end of a category is seen as near. */
    private static final int DAYS = 60;

    private final Words words;
    private final Child child;
    private final LocalDate today;

    HeadBlocks(Words words, Child child, LocalDate today) {
        this.words = words;
        this.child = child;
        this.today = today;
    }

    /** @param number the IIN as it is to be shown */
    Block head(String number, Optional<Block.Ring> ring) {
        List<Cell> lines = new ArrayList<>();
        lines.add(Cell.of(born()));
        lines.add(Cell.of(school()));
        lines.add(Cell.of(place()));
        lines.add(Cell.of(number.isEmpty() ? document() : words.text("page.child.iin", number)));
        return new Block.Head(initials(), lines, badges(), ring);
    }

    private String born() {
        int age = Period.between(child.birthDate(), today).getYears();
        return words.count("page.child.age.", age) + " (" + words.date(child.birthDate()) + ")";
    }

    private String school() {
        if (child.school() == null) {
            return words.text("page.child.no-school");
        }
        String grade = child.grade() == null
                ? ""
                : ", "
                        + words.text(
                                "page.child.grade",
                                child.grade() + (child.gradeLetter() == null ? "" : " " + child.gradeLetter()));
        return child.school().name() + grade;
    }

    private String place() {
        return Stream.of(
                        child.territory().name(),
                        child.territory().district(),
                        child.territory().region())
                .filter(name -> name != null && !name.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String document() {
        return Stream.of(child.documentKind(), child.noIinReason())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" · ", words.text("page.child.no-iin") + " · ", ""));
    }

    private String initials() {
        return Stream.of(child.givenName(), child.surname())
                .filter(name -> name != null && !name.isBlank())
                .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    private List<Badge> badges() {
        List<Badge> badges = new ArrayList<>();
        if (Boolean.TRUE.equals(child.rural())) {
            badges.add(Badge.of(words.text("page.child.rural"), Tone.PLAIN, "home"));
        }
        child.categories().stream()
                .filter(c -> !today.isBefore(c.validFrom()) && (c.validTo() == null || !today.isAfter(c.validTo())))
                .map(this::category)
                .forEach(badges::add);
        child.talents().stream()
                .map(t -> words.text("child.word.talent." + Json.name(t.field()))
                        + (t.subject() == null ? "" : ": " + t.subject()))
                .distinct()
                .map(talent -> Badge.of(talent, Tone.OK, "bulb"))
                .forEach(badges::add);
        return badges;
    }

    private Badge category(CategoryPeriod category) {
        String name = words.text("child.word.category." + Json.name(category.category()));
        if (category.validTo() == null) {
            return Badge.of(name, Tone.PLAIN, "users-group");
        }
        long left = ChronoUnit.DAYS.between(today, category.validTo());
        String until = words.text("page.child.until", words.date(category.validTo()));
        return left > DAYS
                ? new Badge(name, Tone.PLAIN, "users-group", until)
                : new Badge(name, Tone.RUN, "users-group", until + ", " + words.count("page.child.days-left.", left));
    }

    /** What has happened to the record, that it may be one of two, and that a move waits for an answer. */
    List<Block> notices(List<Pair> pairs, Optional<Transfer> asked, boolean writes) {
        List<Block> notices = new ArrayList<>();
        asked.ifPresent(move -> notices.add(Block.Notice.of(
                Tone.RUN,
                words.text(
                        move.yours() ? "page.transfers.child-yours" : "page.transfers.child-asked",
                        move.from().name() + " → " + move.to().name()),
                Action.go(words.text("page.transfers.open"), "/transfers/" + move.id()))));
        if (child.state() == ChildState.LEFT) {
            notices.add(Block.Notice.of(
                    Tone.RUN,
                    child.leftOn() == null
                            ? words.text("page.child.left")
                            : words.text("page.child.left-on", words.date(child.leftOn()))));
        } else if (child.state() == ChildState.ARCHIVED) {
            notices.add(Block.Notice.of(Tone.NONE, words.text("page.child.archived")));
        }
        pairs.forEach(pair -> notices.add(Block.Notice.of(
                Tone.RUN,
                words.text("page.child.duplicate", String.valueOf(pair.likeness())),
                Action.go(
                        words.text(writes ? "page.child.duplicate.decide" : "page.child.duplicate.open"),
                        "/duplicates/" + pair.id()))));
        return notices;
    }
}
