package kz.jolkarta.registry.childpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Chart;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.childpage.ChildYear.Attended;
import kz.jolkarta.registry.childpage.ChildYear.Given;

/** A child's year over all installed measures: as lanes of time, and as a list of the support received. */
final class YearBlocks {
    private final Words words;
    private final Measures measures;
    private final LocalDate today;
    private final int year;

    YearBlocks(Words words, Measures measures, LocalDate today, int year) {
        this.words = words;
        this.measures = measures;
        this.today = today;
        this.year = year;
    }

    /** Something in a lane of the chart. */
    private record Bar(Installed measure, String kind, Chart.Span span) {}

    /** @param page the address of the child's page */
    Block chart(ChildYear records, String page) {
        List<Bar> bars = Stream.concat(
                        records.attended().stream().map(this::bar),
                        records.awards().stream().map(this::bar))
                .flatMap(Optional::stream)
                .toList();
        List<Chart.Lane> lanes = lanes(bars);
        List<Badge> keys = List.of(
                Badge.of(words.text("page.child.key.ok"), Tone.OK),
                Badge.of(words.text("page.child.key.run"), Tone.RUN),
                Badge.of(words.text("page.child.key.none"), Tone.NONE),
                Badge.of(words.text("page.child.key.late"), Tone.LATE));
        double now = today.getYear() == year
                ? today.getMonthValue() + (today.getDayOfMonth() - 1) / (double) today.lengthOfMonth()
                : 0;
        Chart.Year chart = new Chart.Year(
                "",
                IntStream.rangeClosed(1, 12).mapToObj(words::month).toList(),
                now,
                lanes,
                keys,
                words.text("page.child.year.none"));
        List<Action> around = new ArrayList<>();
        around.add(Action.link(String.valueOf(year - 1), page + "?year=" + (year - 1))
                .icon("arrow-left"));
        if (year < today.getYear()) {
            around.add(Action.link(String.valueOf(year + 1), page + "?year=" + (year + 1)));
        }
        return Block.Card.of(words.text("page.child.year", String.valueOf(year)), chart)
                .at("year")
                .actions(around.toArray(Action[]::new));
    }

    /** A lane for each kind of record, and one more where two of a kind fall together. */
    private List<Chart.Lane> lanes(List<Bar> bars) {
        Map<String, List<Bar>> byKind = new TreeMap<>();
        bars.forEach(bar -> byKind.computeIfAbsent(
                        "%02d %s".formatted(bar.measure().clause().number(), bar.kind()), k -> new ArrayList<>())
                .add(bar));
        List<Chart.Lane> lanes = new ArrayList<>();
        byKind.values().forEach(kind -> {
            List<List<Chart.Span>> rows = new ArrayList<>();
            kind.stream()
                    .map(Bar::span)
                    .sorted(Comparator.comparingInt(Chart.Span::from))
                    .forEach(span -> rows.stream()
                            .filter(row -> row.get(row.size() - 1).to() <= span.from())
                            .findFirst()
                            .orElseGet(() -> {
                                List<Chart.Span> fresh = new ArrayList<>();
                                rows.add(fresh);
                                return fresh;
                            })
                            .add(span));
            Installed measure = kind.get(0).measure();
            String label = measure.clause().number() + ". " + kind.get(0).kind();
            rows.forEach(row -> lanes.add(new Chart.Lane(label, "/measures/" + measure.code(), row)));
        });
        return lanes;
    }

    private Optional<Bar> bar(Attended a) {
        return within(a.starts(), a.ends())
                .flatMap(m -> measures.find(a.measure())
                        .map(measure -> new Bar(
                                measure,
                                words.text(a.measure() + ".activity." + a.type()),
                                new Chart.Span(label(a), tone(a), m[0], m[1]))));
    }

    private Optional<Bar> bar(Given g) {
        return within(g.from().orElse(g.day()), g.to().orElse(g.from().orElse(g.day())))
                .flatMap(m -> measures.find(g.measure())
                        .map(measure -> new Bar(
                                measure,
                                words.text(g.measure() + ".award." + g.type()),
                                new Chart.Span(label(g), tone(g), m[0], m[1]))));
    }

    /** The first month and the one after the last, when any of it lies in the year. */
    private Optional<int[]> within(LocalDate from, LocalDate to) {
        if (from.getYear() > year || to.getYear() < year) {
            return Optional.empty();
        }
        int first = from.getYear() < year ? 1 : from.getMonthValue();
        int last = to.getYear() > year ? 12 : to.getMonthValue();
        return Optional.of(new int[] {first, last + 1});
    }

    private String label(Attended a) {
        if (a.cancelled()) {
            return words.text("state.activity.cancelled");
        }
        return a.sessions() > 0
                ? words.text("page.child.sessions", words.number(a.present()), words.number(a.sessions()))
                : words.text("state.participation." + a.state());
    }

    private String label(Given g) {
        return g.payments() > 0
                ? words.count("page.child.payments.", g.payments())
                : words.text("state.award." + g.state());
    }

    private Tone tone(Attended a) {
        if (a.cancelled()) {
            return Tone.LATE;
        }
        return switch (a.state()) {
            case "attended" -> Tone.OK;
            case "absent", "refused" -> Tone.LATE;
            default -> a.starts().isAfter(today) ? Tone.NONE : Tone.RUN;
        };
    }

    private static Tone tone(Given g) {
        return switch (g.state()) {
            case "issued", "ended" -> Tone.OK;
            case "returned", "refused" -> Tone.LATE;
            case "approved" -> Tone.RUN;
            default -> Tone.NONE;
        };
    }

    /** What the child has had, by measure. */
    Block support(ChildYear records) {
        List<Numbered> rows = new ArrayList<>();
        records.attended()
                .forEach(a -> measures.find(a.measure())
                        .filter(m -> within(a.starts(), a.ends()).isPresent())
                        .ifPresent(m -> rows.add(new Numbered(
                                m.clause().number(),
                                Block.Row.of(
                                                "calendar",
                                                tone(a),
                                                m.clause().number() + ". " + a.title(),
                                                span(a.starts(), a.ends()) + presence(a),
                                                "/measures/" + a.measure() + "/activities/" + a.activity())
                                        .badges(Badge.of(label(a), tone(a)))))));
        records.awards()
                .forEach(g -> measures.find(g.measure())
                        .ifPresent(m -> rows.add(new Numbered(
                                m.clause().number(),
                                Block.Row.of(
                                                "award",
                                                tone(g),
                                                m.clause().number() + ". "
                                                        + words.text(g.measure() + ".award." + g.type()),
                                                g.from()
                                                                .map(from -> span(from, g.to().orElse(from)))
                                                                .orElse("")
                                                        + paid(g),
                                                "/measures/" + g.measure() + "/awards/" + g.id())
                                        .badges(Badge.of(words.text("state.award." + g.state()), tone(g)))))));
        records.materials()
                .forEach(s -> measures.find(s.measure())
                        .ifPresent(m -> rows.add(new Numbered(
                                m.clause().number(),
                                Block.Row.of(
                                        "speakerphone",
                                        s.adopted().isPresent() ? Tone.OK : Tone.RUN,
                                        m.clause().number() + ". " + s.title(),
                                        s.adopted().map(words::date).orElse(""),
                                        "/measures/" + s.measure() + "/deliverables/" + s.id())))));
        List<Block.Row> ordered = rows.stream()
                .sorted(Comparator.comparingInt(Numbered::number))
                .map(Numbered::row)
                .toList();
        return Block.Card.of(
                        words.text("page.child.support", String.valueOf(year)),
                        new Block.Rows(ordered, words.text("page.child.support.none")))
                .at("support");
    }

    private record Numbered(int number, Block.Row row) {}

    /** Both marks of presence: the roll, and how much of it somebody else has confirmed. */
    private String presence(Attended a) {
        return a.present() == 0
                ? ""
                : " · " + words.text("page.child.confirmed", words.number(a.confirmed()), words.number(a.present()));
    }

    private String paid(Given g) {
        return g.payments() == 0
                ? ""
                : (g.from().isPresent() ? " · " : "") + words.count("page.child.payments.", g.payments()) + ", "
                        + words.money(g.paid());
    }

    private String span(LocalDate from, LocalDate to) {
        return from.equals(to) ? words.date(from) : words.date(from) + " – " + words.date(to);
    }
}
