package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.BehindRow;
import kz.jolkarta.core.registry.Figures.Chosen;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Territories;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list behind a number: persons only for those who may see them, and only where; such a look is audited. */
@Component(service = RowsBehind.class)
public final class RowsBehind {
    private static final String HEADING = "report.cell.";
    private static final Set<String> CODES = Set.of("sex", "state", "source", "kind", "position", "level", "evidence");

    private final Reports reports;
    private final Figures figures;
    private final Territories territories;
    private final Texts texts;
    private final Database database;
    private final Audit audit;

    @Activate
    public RowsBehind(
            @Reference Reports reports,
            @Reference Figures figures,
            @Reference Territories territories,
            @Reference Texts texts,
            @Reference Database database,
            @Reference Audit audit) {
        this.reports = reports;
        this.figures = figures;
        this.territories = territories;
        this.texts = texts;
        this.database = database;
        this.audit = audit;
    }

    /** @param name of the territory; @param cells values by column, money in tenge */
    record Row(String kind, long id, String territory, String territoryName, Map<String, Object> cells) {}

    record Column(String code, String name) {}

    /**
     * A page of rows.
     *
     * @param next as in {@link Page}
     * @param columns headings of the cells that occur, in their order
     */
    record Listing(List<Row> items, String next, List<Column> columns) {}

    /** What a page of rows is asked for by, as it came. */
    record Question(String measure, String indicator, String year, String territory, String limit, String after) {}

    /**
     * A page of the rows.
     *
     * @throws Problem FORBIDDEN when the rows are persons, or records, that the reader has no right to there
     */
    Listing page(User user, Language language, Question question) {
        Period period = reports.period(question.year());
        Installed measure = reports.measure(question.measure(), period);
        Indicator indicator = measure.indicator(question.indicator()).orElseThrow(Problem::notFound);
        Area area = reports.area(user, question.territory(), period);
        Selection selection = Numbers.behind(indicator.figure());
        RowSight sight = RowSight.of(user, selection, area);
        int limit = limit(question.limit());
        long after = after(question.after());
        look(user, sight, area, measure.code(), indicator.code(), period);
        List<BehindRow> rows =
                figures.rows(measure.code(), selection, period, sight.scope(), sight.persons(), after, limit + 1);
        List<Row> items =
                rows.stream().limit(limit).map(row -> shown(row, language)).toList();
        return new Listing(
                items, rows.size() > limit ? String.valueOf(items.get(limit - 1).id()) : "", columns(language, items));
    }

    /**
     * Rows that are known by their ids, as they are by now; without those that are gone or live elsewhere.
     *
     * @param ids at most a page of them
     * @throws Problem FORBIDDEN unless the reader may see the rows of the whole area, since a list by ids tells how many there are
     */
    Listing known(
            User user, Language language, Chosen chosen, String indicator, Period period, Area area, List<Long> ids) {
        RowSight sight = RowSight.whole(user, chosen.selection(), area);
        look(user, sight, area, chosen.measure(), indicator, period);
        List<Row> items = figures.rows(chosen, period, sight.scope(), sight.persons(), ids).stream()
                .map(row -> shown(row, language))
                .toList();
        return new Listing(items, "", columns(language, items));
    }

    /**
     * Rows to be taken along.
     *
     * @param columns headings of all cells that may occur, in their order
     * @param each hands over one row after another, read in pieces while they are written
     */
    record Whole(List<Column> columns, Consumer<Consumer<Row>> each) {}

    /**
     * Every one of the rows that are known by their ids; that they are taken is noted.
     *
     * @param what is taken, for the trail @throws Problem FORBIDDEN unless the reader may see the rows of the whole area, and take persons along
     */
    Whole take(User user, Language language, Chosen chosen, Period period, Area area, long[] ids, String what) {
        RowSight sight = RowSight.whole(user, chosen.selection(), area);
        if (!sight.takes(user)) {
            throw RowSight.forbidden();
        }
        String detail = chosen.measure() + " " + what + " rows=" + ids.length;
        database.run(tx ->
                audit.record(tx, user, new Audit.Entry(Audit.Action.EXPORT, "indicator", 0, area.code(), detail)));
        List<Column> columns = figures.columns(chosen, period, sight.scope(), sight.persons()).stream()
                .map(code -> column(language, code))
                .toList();
        return new Whole(columns, visitor -> {
            for (int from = 0; from < ids.length; from += Page.MAX_LIMIT) {
                List<Long> piece = LongStream.of(ids)
                        .skip(from)
                        .limit(Page.MAX_LIMIT)
                        .boxed()
                        .toList();
                figures.rows(chosen, period, sight.scope(), sight.persons(), piece).stream()
                        .map(row -> shown(row, language))
                        .forEach(visitor);
            }
        });
    }

    /** @throws Problem FORBIDDEN unless the reader may see the rows of the whole area */
    void require(User user, Chosen chosen, Area area) {
        RowSight.whole(user, chosen.selection(), area);
    }

    /**
     * A page of rows that are known by their ids.
     *
     * @param away how many of it are gone from the registry, or not in the territory any more
     * @param takes whether the reader may take all of them along
     */
    record Known(int away, boolean takes, Listing rows) {}

    /** The page after a row. @param ids all of them, ascending @throws Problem as {@link #known(User, Language, Chosen, String, Period, Area, List)} */
    Known known(
            User user,
            Language language,
            Chosen chosen,
            String indicator,
            Period period,
            Area area,
            long[] ids,
            int limit,
            long after) {
        List<Long> page =
                LongStream.of(ids).filter(id -> id > after).limit(limit).boxed().toList();
        Listing listing = known(user, language, chosen, indicator, period, area, page);
        boolean more = !page.isEmpty() && page.get(page.size() - 1) < ids[ids.length - 1];
        String next = more ? String.valueOf(page.get(page.size() - 1)) : "";
        return new Known(
                page.size() - listing.items().size(),
                RowSight.whole(user, chosen.selection(), area).takes(user),
                new Listing(listing.items(), next, listing.columns()));
    }

    private void look(User user, RowSight sight, Area area, String measure, String indicator, Period period) {
        if (sight.persons() && sight.subject().children) {
            String seen = measure + " " + indicator + " " + period.year();
            database.run(tx ->
                    audit.record(tx, user, new Audit.Entry(Audit.Action.READ, "indicator", 0, area.code(), seen)));
        }
    }

    private List<Column> columns(Language language, List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().keySet().stream())
                .distinct()
                .map(code -> column(language, code))
                .toList();
    }

    private Column column(Language language, String code) {
        return new Column(code, texts.text(language, HEADING + hyphened(code)));
    }

    /** {@code wonOn} as {@code won-on}, the form of a text's key. */
    private static String hyphened(String code) {
        return code.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private Row shown(BehindRow row, Language language) {
        Map<String, Object> cells = new LinkedHashMap<>();
        row.cells().forEach((code, value) -> cells.put(code, shown(code, value)));
        String name = name(row.territory(), language);
        return new Row(row.kind(), row.id(), row.territory(), name, cells);
    }

    private String name(String territory, Language language) {
        return territories.find(territory).map(t -> t.name().in(language)).orElse("");
    }

    private static Object shown(String code, Object value) {
        if (code.equals("amount")) {
            return BigDecimal.valueOf((Long) value, 2);
        }
        return CODES.contains(code) ? ((String) value).toLowerCase(Locale.ROOT).replace('_', '-') : value;
    }

    static int limit(String asked) {
        if (asked.isEmpty()) {
            return Page.DEFAULT_LIMIT;
        }
        int limit = asked.matches("\\d{1,4}") ? Integer.parseInt(asked) : 0;
        if (limit < 1 || limit > Page.MAX_LIMIT) {
            throw Problem.field("limit", "problem.report-limit", String.valueOf(Page.MAX_LIMIT));
        }
        return limit;
    }

    static long after(String asked) {
        if (asked.isEmpty()) {
            return 0;
        }
        if (!asked.matches("\\d{1,18}")) {
            throw Problem.field("after", "problem.report-after");
        }
        return Long.parseLong(asked);
    }
}
