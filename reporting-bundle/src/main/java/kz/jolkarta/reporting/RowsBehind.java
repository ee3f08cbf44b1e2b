package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.BehindRow;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Territories;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list behind a number: persons only for those who may see them, and only where; such a look is audited. */
@Component(service = RowsBehind.class)
public final class RowsBehind {
    private static final Set<String> CODES = Set.of("sex", "state", "source");

    private final Reports reports;
    private final Measures measures;
    private final Figures figures;
    private final Territories territories;
    private final Database database;
    private final Audit audit;

    @Activate
    public RowsBehind(
            @Reference Reports reports,
            @Reference Measures measures,
            @Reference Figures figures,
            @Reference Territories territories,
            @Reference Database database,
            @Reference Audit audit) {
        this.reports = reports;
        this.measures = measures;
        this.figures = figures;
        this.territories = territories;
        this.database = database;
        this.audit = audit;
    }

    /** @param name of the territory; @param cells values by column, money in tenge */
    record Row(String kind, long id, String territory, String territoryName, Map<String, Object> cells) {}

    /** What a page of rows is asked for by, as it came. */
    record Question(String measure, String indicator, String year, String territory, String limit, String after) {}

    /**
     * A page of the rows.
     *
     * @throws Problem FORBIDDEN when the rows are persons, or records, that the reader has no right to there
     */
    Page<Row> page(User user, Language language, Question question) {
        Measures.Installed measure = measures.require(question.measure());
        Indicator indicator = measure.indicator(question.indicator()).orElseThrow(Problem::notFound);
        Period period = reports.period(question.year());
        Area area = reports.area(user, question.territory(), period);
        Selection selection = Numbers.behind(indicator.figure());
        Scope scope = reach(user, selection, area.scope());
        Scope known = scope.within(user.scope(Right.CHILDREN_READ));
        boolean persons = !scope.isEmpty() && known.equals(scope);
        int limit = limit(question.limit());
        long after = after(question.after());
        if (persons && ofPersons(selection)) {
            String seen = measure.code() + " " + indicator.code() + " " + period.year();
            database.run(tx ->
                    audit.record(tx, user, new Audit.Entry(Audit.Action.READ, "indicator", 0, area.code(), seen)));
        }
        List<BehindRow> rows = figures.rows(measure.code(), selection, period, scope, persons, after, limit + 1);
        List<Row> items =
                rows.stream().limit(limit).map(row -> shown(row, language)).toList();
        return new Page<>(
                items, rows.size() > limit ? String.valueOf(items.get(limit - 1).id()) : "");
    }

    private static boolean ofPersons(Selection selection) {
        return selection instanceof Selection.Children
                || selection instanceof Selection.Participants
                || selection instanceof Selection.Awards;
    }

    /** The part of the area whose rows the reader may see. */
    private static Scope reach(User user, Selection selection, Scope area) {
        boolean children = selection instanceof Selection.Children || selection instanceof Selection.Participants;
        Right needed = children
                ? Right.CHILDREN_READ
                : selection instanceof Selection.Awards ? Right.RECORDS_READ : Right.REPORTS_READ;
        Scope reach = area.within(user.require(needed));
        if (reach.isEmpty()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        // A region of a past year may hold what now is another region's: the figure was the region's own, so are rows
        // that are no persons.
        return needed == Right.REPORTS_READ ? area : reach;
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

    private static int limit(String asked) {
        if (asked.isEmpty()) {
            return Page.DEFAULT_LIMIT;
        }
        int limit = asked.matches("\\d{1,4}") ? Integer.parseInt(asked) : 0;
        if (limit < 1 || limit > Page.MAX_LIMIT) {
            throw Problem.field("limit", "problem.report-limit", String.valueOf(Page.MAX_LIMIT));
        }
        return limit;
    }

    private static long after(String asked) {
        if (asked.isEmpty()) {
            return 0;
        }
        if (!asked.matches("\\d{1,18}")) {
            throw Problem.field("after", "problem.report-after");
        }
        return Long.parseLong(asked);
    }
}
