package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Chosen;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a region's report as it stands, with the rows behind every figure. */
@Component(service = Freezer.class)
public final class Freezer {
    /** Records may change between the count and the rows; so often it is tried anew. */
    private static final int TRIES = 5;

    private static final Map<Right, Scope> OPEN = Map.of(Right.REPORTS_READ, Scope.COUNTRY);
    private static final Map<Right, Scope> WHOLE =
            Map.of(Right.REPORTS_READ, Scope.COUNTRY, Right.CHILDREN_READ, Scope.COUNTRY);

    private final Reports reports;
    private final Figures figures;
    private final LastYears lastYears;
    private final Targets targets;
    private final OfficeClock clock;

    @Activate
    public Freezer(
            @Reference Reports reports,
            @Reference Figures figures,
            @Reference LastYears lastYears,
            @Reference Targets targets,
            @Reference OfficeClock clock) {
        this.reports = reports;
        this.figures = figures;
        this.lastYears = lastYears;
        this.targets = targets;
        this.clock = clock;
    }

    /** Rows as they are kept. @param counts of them, by district */
    record Packed(String hash, int count, Map<String, Integer> counts, byte[] bytes) {
        static Packed of(FrozenRows rows) {
            return new Packed(rows.hash(), rows.count(), rows.counts(), rows.packed());
        }
    }

    /**
     * @param full with all figures, and the identity of the rows behind them
     * @param open as those see it who may not see children
     * @param rows each that is not empty, once
     */
    record Frozen(Snapshot full, Snapshot open, List<Packed> rows) {}

    /** @throws Problem CONFLICT while a row is missing, or records change faster than they can be counted */
    Frozen freeze(ReportKey key, List<ReportText> texts, List<ReportAttachment> files) {
        YearTargets held = targets.of(key.year(), key.region());
        for (int tries = 0; tries < TRIES; tries++) {
            RegionReport whole = report(key, WHOLE);
            require(whole, texts);
            Map<Snapshot.Key, Map<Behind.Part, Packed>> rows = rows(key, whole);
            Snapshot full = Snapshot.of(whole, texts, named(rows))
                    .with(compared(whole, WHOLE))
                    .with(held)
                    .withAttachments(files);
            if (Recount.differing(full, rows, Packed::count, Packed::counts).isEmpty()) {
                List<Packed> kept = rows.values().stream()
                        .flatMap(parts -> parts.values().stream())
                        .filter(packed -> packed.count() > 0)
                        .collect(Collectors.toMap(Packed::hash, packed -> packed, (one, same) -> one))
                        .values()
                        .stream()
                        .toList();
                RegionReport open = report(key, OPEN);
                return new Frozen(
                        full,
                        Snapshot.of(open, texts)
                                .with(compared(open, OPEN))
                                .with(held)
                                .withAttachments(files),
                        kept);
            }
        }
        throw Problem.conflict("report.submit.busy");
    }

    /** In Kazakh, as the report. */
    private LastYears.Compared compared(RegionReport report, Map<Right, Scope> sight) {
        return lastYears.now(reader(sight), Language.KK, report);
    }

    private static void require(RegionReport whole, List<ReportText> texts) {
        Map<String, ReportText> written = texts.stream().collect(Collectors.toMap(ReportText::measure, t -> t));
        String missing =
                ReportChecks.of(whole, Map.of(), written, Set.of(), List.of()).of(ReportChecks.Kind.MISSING).stream()
                        .map(f -> String.valueOf(f.number()))
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Problem.conflict("report.submit.missing", missing);
        }
    }

    private static Map<Snapshot.Key, List<Snapshot.Frozen>> named(Map<Snapshot.Key, Map<Behind.Part, Packed>> rows) {
        Map<Snapshot.Key, List<Snapshot.Frozen>> named = new HashMap<>();
        rows.forEach((key, parts) -> named.put(
                key,
                parts.entrySet().stream()
                        .map(e -> new Snapshot.Frozen(
                                e.getKey(), e.getValue().count(), e.getValue().hash()))
                        .toList()));
        return named;
    }

    /** In Kazakh, the language of the act. */
    private RegionReport report(ReportKey key, Map<Right, Scope> sight) {
        return reports.region(reader(sight), Language.KK, String.valueOf(key.year()), key.region());
    }

    private static User reader(Map<Right, Scope> sight) {
        return new User(0, "report", sight, Language.KK);
    }

    /** The rows of every figure that has a value, each choice of rows read once. */
    private Map<Snapshot.Key, Map<Behind.Part, Packed>> rows(ReportKey key, RegionReport report) {
        Period period = reports.period(String.valueOf(key.year()));
        Period before = Period.of(period.year() - 1, clock.today());
        Scope scope = reports.area(reader(WHOLE), key.region(), period).scope();
        Map<Snapshot.Key, List<Behind>> behind = behind(report, period);
        Map<Chosen, Packed> now = packed(behind, false, period, scope);
        Map<Chosen, Packed> earlier = packed(behind, true, before, scope);
        Map<Snapshot.Key, Map<Behind.Part, Packed>> rows = new LinkedHashMap<>();
        behind.forEach((figure, parts) -> {
            Map<Behind.Part, Packed> own = new LinkedHashMap<>();
            parts.forEach(b -> own.put(b.part(), (b.before() ? earlier : now).get(b.rows())));
            rows.put(figure, own);
        });
        return rows;
    }

    private Map<Snapshot.Key, List<Behind>> behind(RegionReport report, Period period) {
        Map<Snapshot.Key, List<Behind>> behind = new LinkedHashMap<>();
        for (MeasureReport row : report.measures()) {
            for (IndicatorFigures figure : row.indicators()) {
                if (figure.state() == Cell.State.VALUE || figure.state() == Cell.State.ZERO) {
                    reports.measure(row.code(), period)
                            .indicator(figure.code())
                            .ifPresent(i -> behind.put(
                                    new Snapshot.Key(row.code(), figure.code(), ""),
                                    Behind.of(row.code(), i.figure())));
                }
            }
        }
        return behind;
    }

    private Map<Chosen, Packed> packed(
            Map<Snapshot.Key, List<Behind>> behind, boolean before, Period period, Scope scope) {
        List<Chosen> chosen = new ArrayList<>();
        behind.values()
                .forEach(parts -> parts.stream()
                        .filter(b -> b.before() == before)
                        .map(Behind::rows)
                        .forEach(chosen::add));
        Map<Chosen, Packed> packed = new HashMap<>();
        if (!chosen.isEmpty()) {
            figures.identities(chosen, period, scope, (one, ids) -> packed.put(one, Packed.of(new FrozenRows(ids))));
        }
        return packed;
    }
}
