package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Resolution997;

/** How figures are written on a page: a value, a true 0, and in words why there is none. */
final class Shown {
    /** The figure a measure is known by; of a measure that is not named here it is the first one. */
    private static final Map<String, String> HEADLINES = Map.of(
            "coordinators", "cabinets-covered",
            "coverage", "coverage",
            "individual-roadmap", "approved",
            "health-camps", "issued",
            "database", "complete-share");

    /** From here on a difference is told in per cent. */
    private static final BigDecimal ENOUGH = BigDecimal.valueOf(50);

    private Shown() {}

    static Optional<IndicatorFigures> headline(String measure, List<IndicatorFigures> figures) {
        String named = HEADLINES.getOrDefault(measure, "");
        return figures.stream().min(Comparator.comparing(f -> f.code().equals(named) ? 0 : 1));
    }

    static String value(Words words, Unit unit, Cell.State state, Optional<BigDecimal> value) {
        return switch (state) {
            case VALUE, ZERO -> value.map(v -> number(words, unit, v)).orElse("0");
            case SUPPRESSED -> "x";
            case NOT_REPORTED -> "?";
            case NOT_RUN, NOT_APPLICABLE -> "–";
        };
    }

    static String value(Words words, IndicatorFigures figures) {
        return value(words, figures.unit(), figures.state(), figures.value());
    }

    static String number(Words words, Unit unit, BigDecimal value) {
        return switch (unit) {
            case TENGE -> words.money(value);
            case PERCENT -> words.number(value) + "\u00a0%";
            case COUNT, PERSONS, HOURS -> words.number(value);
        };
    }

    /** How a figure differs from an earlier one: in points when it is a share, in per cent when there is enough of it, else by how many. */
    static String change(Words words, Unit unit, BigDecimal was, BigDecimal now) {
        BigDecimal by = now.subtract(was);
        if (unit == Unit.PERCENT) {
            return words.text("page.report.points", signed(words, by));
        }
        if (was.compareTo(ENOUGH) < 0) {
            return signed(words, by);
        }
        return signed(words, by.multiply(BigDecimal.valueOf(100)).divide(was, 1, RoundingMode.HALF_UP)) + "\u00a0%";
    }

    /** An earlier figure with its year. */
    static String before(Words words, int year, Unit unit, BigDecimal was) {
        return words.text("page.report.before", String.valueOf(year), number(words, unit, was));
    }

    /** The same, with the mark when it was entered from a return and not counted. */
    static String before(Words words, int year, Unit unit, BigDecimal was, boolean entered) {
        return entered
                ? words.text("page.archive.before", String.valueOf(year), number(words, unit, was))
                : before(words, year, unit, was);
    }

    /** A figure's target, and how much of it there is; whether that is good nobody has said. */
    static String target(Words words, YearTargets.Aim aim, Optional<BigDecimal> reached) {
        String value = number(words, aim.unit(), aim.value());
        return aim.share(reached)
                .map(share -> words.text("page.target.share", value, number(words, Unit.PERCENT, share)))
                .orElseGet(() -> words.text("page.target.beside", value));
    }

    /** The document that sets a target. */
    static String ground(Words words, Target.Ground ground) {
        return words.text("report.target.ground", ground.title(), ground.number(), words.date(ground.date()));
    }

    private static String signed(Words words, BigDecimal by) {
        BigDecimal plain = by.signum() == 0 ? BigDecimal.ZERO : by.abs().stripTrailingZeros();
        String sign = by.signum() == 0 ? "±" : by.signum() > 0 ? "+" : "−";
        return sign + words.number(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    static String state(Words words, Cell.State state) {
        return words.text("report.state." + Json.name(state));
    }

    static Badge badge(Words words, ReportChecks.Row row) {
        Tone tone = switch (row) {
            case READY -> Tone.OK;
            case REMARK -> Tone.RUN;
            case MISSING -> Tone.LATE;
            case NOT_RUN -> Tone.NONE;
        };
        return Badge.of(words.text("page.report.row." + Json.name(row)), tone);
    }

    /** What became of a region's report: whether it came in time, and whether the level above has accepted it. */
    static Badge standing(Words words, Optional<Submission> last, Timeliness timeliness) {
        if (last.filter(Submission::stands).isPresent()) {
            return Badge.of(
                    words.text("page.report.state.accepted", words.text("page.report.state." + Json.name(timeliness))),
                    Tone.OK);
        }
        if (last.filter(Submission::returned).isPresent()) {
            return Badge.of(words.text("page.report.state.returned"), Tone.LATE);
        }
        return switch (timeliness) {
            case MISSING -> Badge.of(words.text("page.report.state.missing"), Tone.LATE);
            case OPEN -> Badge.of(words.text("page.report.state.draft"), Tone.RUN);
            case ON_TIME -> Badge.of(words.text("page.report.state.on-time"), Tone.OK);
            case LATE -> Badge.of(words.text("page.report.state.late"), Tone.RUN);
        };
    }

    /** Until when it is taken: nothing while it never locks, else the lock day, that it has passed, or that it was opened again. */
    static Optional<Block> lock(Words words, ReportBook book) {
        return book.deadlines().region().lock().map(day -> {
            if (book.closed()) {
                return Block.Notice.of(Tone.LATE, words.text("page.report.locked", words.date(day)));
            }
            boolean over = book.deadlines().region().locked(book.now());
            return over
                    ? Block.Notice.of(
                            Tone.RUN,
                            words.text(
                                    "page.report.opened",
                                    words.date(book.openings().get(0).until()),
                                    book.openings().get(0).reason()))
                    : new Block.Paragraph(words.text("page.report.locks", words.date(day)));
        });
    }

    /** What is said below a figure: what is counted, unless the figure says it, or why there is none. */
    static String note(Words words, IndicatorFigures figures) {
        boolean told = figures.unit() == Unit.PERSONS || figures.unit() == Unit.HOURS;
        return figures.state() != Cell.State.VALUE
                ? state(words, figures.state())
                : told ? words.text(figures.unit().label()) : "";
    }

    /** A measure with its number. */
    static String measure(Words words, String code) {
        return Resolution997.programme()
                .clause(code)
                .map(c -> c.number() + ". " + c.name().in(words.language()))
                .orElse(code);
    }

    /** An indicator by its name, or by its code when its measure is gone. @param code also of money, as in {@link ReportBook#spent} */
    static String indicator(Words words, String measure, String code) {
        int slash = code.indexOf('/');
        if (slash > 0) {
            String source = words.text("record.source." + code.substring(slash + 1));
            return words.text("report.money." + code.substring(0, slash), source);
        }
        String key = measure + ".indicator." + code;
        return words.has(key) ? words.text(key) : code;
    }

    /** A term on the clock, red when it is near or over and the work is not done. */
    static Block.Term term(Words words, String what, LocalDate day, LocalDate today, boolean done, String href) {
        long days = Deadlines.days(today, day);
        String unit = days < 0 ? "page.clock.days-over." : "page.clock.days-left.";
        Tone tone = done ? Tone.OK : days <= Deadlines.URGENT ? Tone.LATE : Tone.PLAIN;
        return new Block.Term(
                words.number(Math.abs(days)),
                words.count(unit, Math.abs(days)),
                words.date(day),
                words.text(what),
                href,
                tone);
    }

    /** A deadline in words: so many days left, today, or so many days ago. */
    static String left(Words words, long days) {
        if (days == 0) {
            return words.text("page.report.today");
        }
        return days > 0 ? words.count("page.report.left.", days) : words.count("page.report.over.", -days);
    }
}
