package kz.jolkarta.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Chosen;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows behind a figure of a year beside those of an earlier year: which came, went and stayed. By the rights to all the rows of both. */
@Component(service = YearRows.class)
public final class YearRows {
    /** Lists of ids that are kept, up to as many as there are children. */
    private static final int KNOWN = 50;

    private final Reports reports;
    private final RowsBehind behind;
    private final Archive archive;
    private final Figures figures;
    private final Remembered<Asked, FrozenRows> known;

    private record Asked(Chosen chosen, Period period, Scope scope) {}

    @Activate
    public YearRows(
            @Reference Reports reports,
            @Reference RowsBehind behind,
            @Reference Archive archive,
            @Reference Figures figures,
            @Reference Database database) {
        this.known = new Remembered<>(database, KNOWN);
        this.reports = reports;
        this.behind = behind;
        this.archive = archive;
        this.figures = figures;
    }

    /** Which of the rows. */
    enum Side {
        CAME,
        WENT,
        STAYED
    }

    /**
     * What rows are asked for by, as it came.
     *
     * @param year "" for the running one
     * @param against an earlier year, "" for the one before
     * @param territory as in {@link Reports#measure}; of a year when the region was another one as it was then
     * @param side of {@link Side}, "" for those that came
     * @param part of {@link Behind.Part}, as in JSON; "" for the first one
     */
    record Question(
            String measure,
            String indicator,
            String year,
            String against,
            String territory,
            String side,
            String part,
            String limit,
            String after) {}

    /**
     * A page of rows.
     *
     * @param came how many are behind this year's figure only, and so on
     * @param away how many of this page are gone from the registry, or not in the territory any more
     * @param takes whether the reader may take all of them along as a file
     */
    record Answer(
            int year,
            int against,
            int came,
            int went,
            int stayed,
            Side side,
            int away,
            boolean takes,
            RowsBehind.Listing rows) {}

    /** A year, the place as it was in it. */
    private record Then(Period period, Area area) {}

    /**
     * @throws Problem INVALID for a year that cannot be compared; NOT_FOUND for no such figure or place; FORBIDDEN without the right to the rows of the whole
     *     place in both years; CONFLICT when one of them was entered and has no rows, or the region was made since
     */
    Answer page(User user, Language language, Question question) {
        int limit = RowsBehind.limit(question.limit());
        long after = RowsBehind.after(question.after());
        Compared compared = compared(user, question);
        RowsBehind.Known page = behind.known(
                user,
                language,
                compared.chosen(),
                question.indicator(),
                compared.shown().period(),
                compared.shown().area(),
                compared.ids().get(compared.side()),
                limit,
                after);
        return new Answer(
                compared.now().period().year(),
                compared.before().period().year(),
                compared.ids().get(Side.CAME).length,
                compared.ids().get(Side.WENT).length,
                compared.ids().get(Side.STAYED).length,
                compared.side(),
                page.away(),
                page.takes(),
                page.rows());
    }

    /** All rows of a side, to be taken along. @throws Problem as {@link #page}; FORBIDDEN to who may not take children along */
    RowsBehind.Whole file(User user, Language language, Question question) {
        Compared compared = compared(user, question);
        String what = String.join(
                " ",
                question.indicator(),
                String.valueOf(compared.now().period().year()),
                Json.name(compared.side()),
                String.valueOf(compared.before().period().year()));
        return behind.take(
                user,
                language,
                compared.chosen(),
                compared.shown().period(),
                compared.shown().area(),
                compared.ids().get(compared.side()),
                what);
    }

    private record Compared(Chosen chosen, Then now, Then before, Side side, Map<Side, long[]> ids) {
        Then shown() {
            return side == Side.WENT ? before : now;
        }
    }

    private Compared compared(User user, Question question) {
        Period period = reports.period(question.year());
        Indicator indicator = reports.measure(question.measure(), period)
                .indicator(question.indicator())
                .orElseThrow(Problem::notFound);
        Chosen chosen = chosen(question, indicator);
        Then now = new Then(period, reports.area(user, question.territory(), period));
        Then before = before(user, question, now);
        Side side = side(question.side());
        // The right comes first: a difference tells how many there are.
        behind.require(user, chosen, now.area());
        behind.require(user, chosen, before.area());
        requireRows(user, question, now);
        requireRows(user, question, before);
        FrozenRows these = rows(chosen, now);
        FrozenRows those = rows(chosen, before);
        Map<Side, long[]> ids = new HashMap<>();
        ids.put(Side.CAME, these.without(those, ""));
        ids.put(Side.WENT, those.without(these, ""));
        ids.put(Side.STAYED, these.both(those, ""));
        return new Compared(chosen, now, before, side, ids);
    }

    /** Rows of the figure's own year; a change is of its later one. */
    private static Chosen chosen(Question question, Indicator indicator) {
        return Behind.of(question.measure(), indicator.figure()).stream()
                .filter(b -> !b.before())
                .filter(b -> question.part().isEmpty() || Json.name(b.part()).equals(question.part()))
                .findFirst()
                .orElseThrow(Problem::notFound)
                .rows();
    }

    private Then before(User user, Question question, Then now) {
        int year = now.period().year();
        String asked = question.against().isEmpty() ? String.valueOf(year - 1) : question.against();
        int first = Resolution997.programme().firstYear();
        int against = asked.matches("\\d{4}") ? Integer.parseInt(asked) : 0;
        if (against < first || against >= year) {
            throw Problem.field("against", "report.years.against", String.valueOf(first), String.valueOf(year - 1));
        }
        Period period = reports.period(asked);
        try {
            return new Then(period, reports.area(user, question.territory(), period));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            throw Problem.conflict("report.years.no-region", asked);
        }
    }

    private static Side side(String asked) {
        if (asked.isEmpty()) {
            return Side.CAME;
        }
        for (Side side : Side.values()) {
            if (Json.name(side).equals(asked)) {
                return side;
            }
        }
        throw Problem.field("side", "report.years.side");
    }

    /** A region's figure that was entered is not made of rows, whatever was recorded for its year. */
    private void requireRows(User user, Question question, Then then) {
        boolean region = then.area().code().endsWith("0000000");
        int year = then.period().year();
        if (region
                && archive.entered(user, year, then.area().code())
                        .find(question.measure(), question.indicator())
                        .isPresent()) {
            throw Problem.conflict("report.years.entered", String.valueOf(year));
        }
    }

    /** Found once for all pages of the comparison. */
    private FrozenRows rows(Chosen chosen, Then then) {
        Asked asked = new Asked(chosen, then.period(), then.area().scope());
        return known.of(asked, () -> {
            FrozenRows[] found = {new FrozenRows(Map.of())};
            figures.identities(
                    List.of(chosen), asked.period(), asked.scope(), (one, ids) -> found[0] = new FrozenRows(ids));
            return found[0];
        });
    }
}
