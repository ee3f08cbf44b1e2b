package kz.jolkarta.registry.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Money;

/** How payments and payment runs read on pages. */
record RunWords(Words words, Installed measure, TerritoryChoice territories) {
    private static final int MONTHS = 24;

    String home() {
        return "/measures/" + measure.code() + "/payment-runs";
    }

    String awards() {
        return "/measures/" + measure.code() + "/awards";
    }

    String measureName() {
        return words.text(
                "page.measures.name",
                measure.clause().number(),
                words.text(measure.clause().name()));
    }

    String kind(String type) {
        String key = measure.code() + ".award." + type;
        return words.has(key) ? words.text(key) : type;
    }

    /** Only what is paid month by month is paid by runs. */
    List<Field.Option> kinds() {
        return measure.awards().stream()
                .filter(t -> t.rule(Rule.Monthly.class).isPresent())
                .map(t -> new Field.Option(t.code(), kind(t.code())))
                .toList();
    }

    List<Field.Option> sources() {
        return measure.clause().sources().stream()
                .sorted()
                .map(s -> new Field.Option(Json.name(s), source(s)))
                .toList();
    }

    String source(FundingSource source) {
        return words.text(Money.name(source));
    }

    /** The last months, latest first. */
    List<Field.Option> months(LocalDate today) {
        YearMonth last = YearMonth.from(today);
        return IntStream.range(0, MONTHS)
                .mapToObj(last::minusMonths)
                .map(m -> new Field.Option(m.toString(), month(m.toString())))
                .toList();
    }

    /** @param code e.g. {@code 2026-03} */
    String month(String code) {
        YearMonth month = YearMonth.parse(code);
        return words.month(month.getMonthValue()) + " " + month.getYear();
    }

    List<Field.Option> states() {
        return Stream.of(RunState.values())
                .map(s -> new Field.Option(Json.name(s), words.text(s.message())))
                .toList();
    }

    Badge state(RunState state) {
        Tone tone = state == RunState.APPROVED ? Tone.OK : state == RunState.REJECTED ? Tone.LATE : Tone.RUN;
        return Badge.of(words.text(state.message()), tone);
    }

    Table lines(List<RunLine> lines) {
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("record.heading.name")),
                Table.Column.of(words.text("page.territory")),
                Table.Column.number(words.text("page.awards.amount")),
                Table.Column.of(words.text("page.awards.outcome")));
        return Table.of(columns, lines.stream().map(this::line).toList())
                .caption(words.text("page.runs.lines"))
                .empty(words.text("page.runs.no-lines"));
    }

    private Table.Line line(RunLine line) {
        String name =
                line.name() == null ? words.text("page.awards.number", String.valueOf(line.awardId())) : line.name();
        Badge verdict = line.verdict() == Verdict.DUE
                ? Badge.of(words.text("page.runs.due"), Tone.OK, "check")
                : Badge.of(words.text("page.runs.stopped"), Tone.LATE, "x");
        return Table.Line.of(
                Cell.link(name, awards() + "/" + line.awardId()),
                Cell.of(territories.name(words, line.territory())),
                Cell.number(words.money(line.amount())),
                Cell.of("", why(line)).and(verdict));
    }

    private String why(RunLine line) {
        if (line.verdict() == Verdict.DUE) {
            return "";
        }
        return String.join(
                " ",
                Stream.concat(Stream.of(line.verdict().message()), line.objections().stream())
                        .map(words::text)
                        .toList());
    }

    /** Plans that are exceeded: told, not refused. */
    List<Block> warnings(List<Message> warnings) {
        return warnings.stream()
                .map(w -> (Block) Block.Notice.of(Tone.RUN, words.text(w)))
                .toList();
    }
}
