package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Adds up the country's figures from what the regions handed in; what they have not is named, and nothing comes from the records of the moment but the
 * ministry's own figures. It opens by the moment alone, once the regions' last day is over.
 */
@Component(service = RollUps.class)
public final class RollUps {
    /** Years whose reports are kept while the data stay as they are. */
    private static final int YEARS = 4;

    private final Reports reports;
    private final ReportCalendar calendar;
    private final Targets targets;
    private final Territories territories;
    private final Texts texts;
    private final Database database;
    private final OfficeClock clock;
    private final Remembered<Asked, HandedIn> known;
    private final Remembered<Spoken, Map<String, List<MoneyFigures>>> money;

    private record Asked(Deadlines deadlines, boolean open) {}

    private record Spoken(Period period, Language language) {}

    /** @param last by region @param standing of those that count, as they were frozen */
    private record HandedIn(Map<String, Submission> last, List<NationStore.Frozen> standing) {}

    @Activate
    public RollUps(
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference Targets targets,
            @Reference Territories territories,
            @Reference Texts texts,
            @Reference Database database,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.calendar = calendar;
        this.targets = targets;
        this.territories = territories;
        this.texts = texts;
        this.database = database;
        this.clock = clock;
        this.known = new Remembered<>(database, YEARS);
        this.money = new Remembered<>(database, YEARS * Language.values().length);
    }

    /** @throws kz.jolkarta.core.Problem INVALID for a year that has no report; NOT_FOUND to who does not see the country's figures */
    RollUp of(User user, Language language, String year) {
        Period period = reports.period(
                String.valueOf(ReportKey.nation(reports, user, year).year()));
        Deadlines deadlines = calendar.of(period.year());
        Instant now = clock.now();
        boolean open = !deadlines.region().onTime(now);
        HandedIn handedIn = handedIn(deadlines, open);
        List<RollUp.Region> regions = territories.regions(period.day()).stream()
                .map(r -> region(
                        r, language, Optional.ofNullable(handedIn.last().get(r.code())), deadlines.region(), now))
                .toList();
        Set<String> accepted = handedIn.last().values().stream()
                .filter(Submission::stands)
                .map(Submission::region)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ministry = new TreeSet<>();
        List<MeasureReport> measures = new ArrayList<>();
        if (open) {
            Map<String, Installed> present = reports.present(period);
            boolean persons = user.scope(Right.CHILDREN_READ).isCountry();
            RollUpRows rows = new RollUpRows(language, texts, regions, handedIn.standing(), persons, period.year());
            Map<String, List<MoneyFigures>> recorded = money.of(
                    new Spoken(period, language), () -> reports.money(user, language, String.valueOf(period.year())));
            for (Clause clause : Resolution997.programme().clauses()) {
                Optional<Installed> measure = Optional.ofNullable(present.get(clause.code()));
                List<IndicatorFigures> own =
                        measure.map(m -> own(user, language, m, period)).orElse(List.of());
                own.forEach(i -> ministry.add(clause.code() + "/" + i.code()));
                boolean whole = measure.filter(RollUps::ofMinistry).isPresent();
                measures.add(rows.row(clause, measure, own, recorded.get(clause.code()), whole));
            }
        }
        return new RollUp(
                period.year(),
                period.day(),
                deadlines.region().ends(),
                open,
                regions,
                accepted,
                measures,
                targets.all(period.year()),
                ministry);
    }

    /** What the regions handed in, of one moment; the frozen reports are large, and read again only when the data have changed. */
    private HandedIn handedIn(Deadlines deadlines, boolean open) {
        return known.of(
                new Asked(deadlines, open),
                () -> database.read(tx -> new HandedIn(
                        SubmissionStore.last(tx, deadlines).stream()
                                .collect(Collectors.toMap(Submission::region, s -> s)),
                        open ? NationStore.standing(tx, deadlines.year()) : List.of())));
    }

    private static RollUp.Region region(
            Territories.Territory region, Language language, Optional<Submission> last, Due due, Instant now) {
        return new RollUp.Region(
                region.code(),
                region.name().in(language),
                RollUp.State.of(last, due, now),
                last.map(Submission::revision),
                last.map(Submission::submittedAt),
                last.map(Submission::hash));
    }

    /** The measure's figures that the ministry itself keeps. */
    private List<IndicatorFigures> own(User user, Language language, Installed measure, Period period) {
        Set<String> codes = measure.indicators().stream()
                .filter(i -> byMinistry(measure, i))
                .map(Indicator::code)
                .collect(Collectors.toSet());
        return codes.isEmpty()
                ? List.of()
                : reports
                        .measure(user, language, measure.code(), String.valueOf(period.year()), "")
                        .indicators()
                        .stream()
                        .filter(i -> codes.contains(i.code()))
                        .toList();
    }

    /** Its own measures, lists with one quota for the country, the form of the road map, and documents that it alone answers for. */
    private static boolean byMinistry(Installed measure, Indicator indicator) {
        Selection behind = Numbers.behind(indicator.figure());
        return ofMinistry(measure)
                || behind instanceof Selection.RoadMapForms
                || measure.clause().ministry() && behind instanceof Selection.Deliverables;
    }

    /** Whether the ministry keeps the whole measure: its own, or with a list that has one quota for the country. */
    private static boolean ofMinistry(Installed measure) {
        return measure.reach() == Reach.MINISTRY
                || measure.awards().stream().anyMatch(a -> a.quota() == AwardType.Quota.COUNTRY_YEAR);
    }
}
