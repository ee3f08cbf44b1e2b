package kz.jolkarta.registry.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.records.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The measures' money of a year on the country's board: a bar of what was paid from each source within what was planned. */
@Component
public final class MoneyPart implements PagePart {
    private static final int KNOWN = 20;

    private final Budgets budgets;
    private final Wording wording;
    private final OfficeClock clock;
    private final Remembered<Sighted, List<MeasureMoney>> known;

    private record Sighted(Scope records, int year) {}

    /** A measure's rows, one for each source. */
    private record Whole(List<MeasureMoney> rows) {
        boolean told() {
            return planned().isPresent() || paid().signum() > 0;
        }

        BigDecimal paid() {
            return rows.stream().map(MeasureMoney::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        Optional<BigDecimal> planned() {
            return rows.stream().flatMap(r -> r.planned().stream()).reduce(BigDecimal::add);
        }
    }

    @Activate
    public MoneyPart(
            @Reference Database database,
            @Reference Budgets budgets,
            @Reference Wording wording,
            @Reference OfficeClock clock) {
        this.budgets = budgets;
        this.wording = wording;
        this.clock = clock;
        this.known = new Remembered<>(database, KNOWN);
    }

    @Override
    public Place place() {
        return Place.NATION;
    }

    @Override
    public int order() {
        return 10;
    }

    /** @param subject the year */
    @Override
    public List<Block> blocks(Caller caller, String subject) {
        if (!caller.user().has(Right.RECORDS_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        int year = Integer.parseInt(subject);
        BudgetFilter filter = new BudgetFilter(Optional.of(year), Optional.empty(), Optional.empty());
        List<MeasureMoney> money = known.dated(
                        new Sighted(caller.user().scope(Right.RECORDS_READ), year),
                        clock.now(),
                        () -> budgets.money(caller.user(), filter))
                .answer();
        Map<Integer, Whole> measures = new TreeMap<>();
        money.forEach(m -> measures.merge(
                m.measure().clause().number(),
                new Whole(List.of(m)),
                (one, other) -> new Whole(Stream.concat(one.rows().stream(), other.rows().stream())
                        .toList())));
        BigDecimal most = measures.values().stream()
                .map(m -> m.planned().map(m.paid()::max).orElse(m.paid()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        if (most.signum() == 0) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Meters(
                measures.values().stream()
                        .filter(Whole::told)
                        .map(m -> meter(words, m, most))
                        .toList(),
                keys(words, money)));
        blocks.add(new Block.Paragraph(sums(words, money)));
        String untold = measures.entrySet().stream()
                .filter(m -> !m.getValue().told())
                .map(m -> m.getKey().toString())
                .collect(Collectors.joining(", "));
        if (!untold.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("page.money.untold", untold)));
        }
        return List.of(Block.Card.of(words.text("page.money.title", String.valueOf(year)), blocks)
                .actions(Action.link(words.text("page.money.open"), MoneyPages.HOME + "?year=" + year)));
    }

    private static List<Block.Part> keys(Words words, List<MeasureMoney> money) {
        List<Block.Part> keys = new ArrayList<>();
        sources(money).forEach(s -> keys.add(new Block.Part(words.text(Money.name(s)), tone(s), 0)));
        keys.add(new Block.Part(words.text("page.money.plan"), Tone.NONE, 0));
        return keys;
    }

    private static Stream<FundingSource> sources(List<MeasureMoney> money) {
        return money.stream().map(MeasureMoney::source).distinct().sorted();
    }

    private static Tone tone(FundingSource source) {
        return switch (source) {
            case REPUBLICAN_BUDGET -> Tone.PLAIN;
            case LOCAL_BUDGET -> Tone.OK;
            case OFF_BUDGET -> Tone.RUN;
        };
    }

    private static Block.Meter meter(Words words, Whole whole, BigDecimal most) {
        List<Block.Part> parts = new ArrayList<>();
        whole.rows().stream()
                .filter(r -> r.paid().signum() > 0)
                .forEach(r ->
                        parts.add(part(words, words.text(Money.name(r.source())), tone(r.source()), r.paid(), most)));
        whole.planned()
                .map(planned -> planned.subtract(whole.paid()))
                .filter(left -> left.signum() > 0)
                .ifPresent(left -> parts.add(part(words, words.text("page.money.left"), Tone.NONE, left, most)));
        MeasureMoney first = whole.rows().get(0);
        return new Block.Meter(
                MoneyPages.name(words, first.measure()),
                whole.planned()
                        .map(planned ->
                                words.text("page.money.paid-of", words.money(whole.paid()), words.money(planned)))
                        .orElse(words.money(whole.paid())),
                MoneyPages.HOME + "/" + first.measure().code(),
                parts);
    }

    private static Block.Part part(Words words, String name, Tone tone, BigDecimal sum, BigDecimal most) {
        int percent = sum.multiply(BigDecimal.valueOf(100))
                .divide(most, 0, RoundingMode.HALF_DOWN)
                .intValue();
        return new Block.Part(name + ": " + words.money(sum), tone, percent);
    }

    private static String sums(Words words, List<MeasureMoney> money) {
        List<String> sums = new ArrayList<>();
        sources(money)
                .forEach(source -> sums.add(words.text(Money.name(source)) + ": "
                        + words.money(new Whole(money.stream()
                                        .filter(m -> m.source() == source)
                                        .toList())
                                .paid())));
        return String.join(" · ", sums);
    }
}
