package kz.jolkarta.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Chosen;
import kz.jolkarta.core.registry.Figures.Period;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows that stood behind a figure when it was handed in, and those that came or went since; by the same rights as the rows of a figure of today. */
@Component(service = SubmittedRows.class)
public final class SubmittedRows {
    /** In place of a revision: the records as they are. */
    static final String NOW = "now";

    private static final String CAME = "came";
    private static final String WENT = "went";

    private final Submissions submissions;
    private final Reports reports;
    private final RowsBehind behind;
    private final Figures figures;
    private final Database database;

    @Activate
    public SubmittedRows(
            @Reference Submissions submissions,
            @Reference Reports reports,
            @Reference RowsBehind behind,
            @Reference Figures figures,
            @Reference Database database) {
        this.submissions = submissions;
        this.reports = reports;
        this.behind = behind;
        this.figures = figures;
        this.database = database;
    }

    /**
     * What rows are asked for by, as it came.
     *
     * @param part of {@link Behind.Part}, as in JSON; "" for the first one
     * @param territory of a district, "" for all
     * @param against another revision, or {@link #NOW}; "" for the rows of this one
     * @param side came: there and not in this revision; went: in this one and not there
     */
    record Question(
            String measure,
            String indicator,
            String part,
            String territory,
            String against,
            String side,
            String limit,
            String after) {}

    /**
     * A page of rows.
     *
     * @param total how many there are
     * @param away how many of this page are gone from the registry, or not in the territory any more
     * @param takes whether the reader may take all of them along as a file
     */
    record Answer(int total, int away, boolean takes, RowsBehind.Listing rows) {}

    /** Which rows are asked for. */
    private record Found(Chosen chosen, Period period, Area area, long[] ids) {}

    /**
     * @throws Problem NOT_FOUND for no such revision or figure; CONFLICT when its rows are damaged or were not kept; FORBIDDEN without the right to the rows
     *     of the whole territory
     */
    Answer page(User user, Language language, String year, String region, int revision, Question question) {
        int limit = RowsBehind.limit(question.limit());
        long after = RowsBehind.after(question.after());
        Found found = found(user, year, region, revision, question);
        RowsBehind.Known page = behind.known(
                user,
                language,
                found.chosen(),
                question.indicator(),
                found.period(),
                found.area(),
                found.ids(),
                limit,
                after);
        return new Answer(found.ids().length, page.away(), page.takes(), page.rows());
    }

    /** All of them, to be taken along. @throws Problem as {@link #page}; FORBIDDEN to who may not take children along */
    RowsBehind.Whole file(User user, Language language, String year, String region, int revision, Question question) {
        Found found = found(user, year, region, revision, question);
        String what = String.join(
                        " ",
                        question.indicator(),
                        String.valueOf(found.period().year()),
                        "revision",
                        String.valueOf(revision),
                        question.side(),
                        question.against())
                .strip();
        return behind.take(user, language, found.chosen(), found.period(), found.area(), found.ids(), what);
    }

    private Found found(User user, String year, String region, int revision, Question question) {
        Submission one = submissions.one(user, year, region, revision);
        Period period = reports.period(String.valueOf(one.year()));
        Indicator indicator = reports.measure(question.measure(), period)
                .indicator(question.indicator())
                .orElseThrow(Problem::notFound);
        Behind asked = asked(Behind.of(question.measure(), indicator.figure()), question.part());
        Area whole = reports.area(user, one.region(), period);
        boolean part = !question.territory().isEmpty();
        if (part && !whole.places().containsKey(question.territory())) {
            throw Problem.notFound();
        }
        Area area = part ? reports.area(user, question.territory(), period) : whole;
        // The right comes first: a difference tells how many there are.
        behind.require(user, asked.rows(), area);
        return new Found(asked.rows(), period, area, ids(one, question, asked, user));
    }

    private static Behind asked(List<Behind> parts, String part) {
        return parts.stream()
                .filter(b -> part.isEmpty() || Json.name(b.part()).equals(part))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private long[] ids(Submission one, Question question, Behind asked, User user) {
        FrozenRows own = frozen(one, question, asked.part());
        if (question.against().isEmpty()) {
            return own.ids(question.territory());
        }
        FrozenRows other = question.against().equals(NOW)
                ? today(one, asked)
                : frozen(other(user, one, question.against()), question, asked.part());
        return switch (question.side()) {
            case CAME -> other.without(own, question.territory());
            case WENT -> own.without(other, question.territory());
            default -> throw Problem.field("side", "report.rows.side");
        };
    }

    private Submission other(User user, Submission one, String against) {
        if (!against.matches("\\d{1,6}")) {
            throw Problem.notFound();
        }
        return submissions.one(user, String.valueOf(one.year()), one.region(), Integer.parseInt(against));
    }

    /** A figure without a value had no rows. */
    private FrozenRows frozen(Submission of, Question question, Behind.Part part) {
        Snapshot snapshot =
                database.read(tx -> SubmissionStore.content(tx, of.year(), of.region(), of.revision(), false)
                        .map(Snapshot::new)
                        .orElseThrow(Problem::notFound));
        if (of.seal().isEmpty()) {
            throw Problem.conflict("report.rows.none");
        }
        Optional<Snapshot.Frozen> named = Optional.ofNullable(
                        snapshot.frozen().get(new Snapshot.Key(question.measure(), question.indicator(), "")))
                .map(parts -> parts.get(part));
        return named.map(frozen -> database.read(tx -> RowStore.find(tx, frozen))
                        .orElseThrow(() -> Problem.conflict("report.rows.damaged")))
                .orElseGet(() -> new FrozenRows(Map.of()));
    }

    private FrozenRows today(Submission of, Behind asked) {
        Period period = reports.period(String.valueOf(of.year() - (asked.before() ? 1 : 0)));
        Area area = reports.area(User.system(), of.region(), period);
        FrozenRows[] found = new FrozenRows[1];
        List<Chosen> chosen = List.of(asked.rows());
        figures.identities(chosen, period, area.scope(), (one, ids) -> found[0] = new FrozenRows(ids));
        return Arrays.stream(found).findFirst().orElseThrow();
    }
}
