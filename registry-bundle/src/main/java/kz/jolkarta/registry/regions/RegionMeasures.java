package kz.jolkarta.registry.regions;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.records.Difference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which of the installed measures each region carries out. What is not said otherwise is carried out. */
@Component(service = {RegionMeasures.class, RegionSets.class})
public final class RegionMeasures implements RegionSets {
    private static final String KIND = "region-absence";

    private final Database database;
    private final Measures measures;
    private final Territories territories;
    private final Audit audit;
    private final OfficeClock clock;

    /** @param schema only that the tables are there */
    @Activate
    public RegionMeasures(
            @Reference Database database,
            @Reference Measures measures,
            @Reference Territories territories,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference RegistrySchema schema) {
        this(database, measures, territories, audit, clock);
    }

    RegionMeasures(Database database, Measures measures, Territories territories, Audit audit, OfficeClock clock) {
        this.database = database;
        this.measures = measures;
        this.territories = territories;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A measure in a region.
     *
     * @param runs whether the region carries it out today
     * @param absences spans in which it did not, does not or will not, the earliest first
     */
    record InRegion(Measures.Installed measure, boolean runs, List<RegionAbsence> absences) {}

    /** A measure with one span of its absence. */
    record Span(Measures.Installed measure, RegionAbsence absence) {}

    List<InRegion> list(User user, String region) {
        return list(user, Right.REPORTS_READ, region);
    }

    /** The same for who may set absences there. */
    List<InRegion> managed(User user, String region) {
        return list(user, Right.MEASURES_MANAGE, region);
    }

    private List<InRegion> list(User user, Right right, String region) {
        require(user, right, region);
        LocalDate today = clock.today();
        List<RegionAbsence> all = database.read(tx -> RegionStore.of(tx, region));
        return measures.installed().stream()
                .map(m -> {
                    List<RegionAbsence> own = all.stream()
                            .filter(a -> a.measure().equals(m.code()))
                            .toList();
                    return new InRegion(m, own.stream().noneMatch(a -> a.holds(today)), own);
                })
                .toList();
    }

    /** Spans without the measure that hold today in the user's regions. */
    List<RegionAbsence> absent(User user, String measure) {
        Scope scope = user.require(Right.REPORTS_READ);
        return database.read(tx -> RegionStore.ofMeasure(tx, measure, clock.today())).stream()
                .filter(a -> scope.covers(a.region()))
                .toList();
    }

    /** @throws Problem NOT_FOUND */
    Span span(User user, String region, long id) {
        require(user, Right.MEASURES_MANAGE, region);
        RegionAbsence found =
                database.read(tx -> RegionStore.find(tx, region, id)).orElseThrow(Problem::notFound);
        return new Span(measures.require(found.measure()), found);
    }

    /** @throws Problem CONFLICT when another span of the same measure overlaps */
    RegionAbsence absent(User user, String region, AbsenceInput input) {
        require(user, Right.MEASURES_MANAGE, region);
        input.check();
        measures.require(input.measure());
        long id = database.nextId();
        return database.call(tx -> {
            RegionStore.lock(tx, region);
            requireFree(tx, region, 0, input);
            RegionStore.insert(tx, id, region, input, user.id(), clock.now());
            audit.record(tx, user, new Audit.Entry(Audit.Action.CREATE, KIND, id, region, input.measure()));
            return RegionStore.find(tx, region, id).orElseThrow();
        });
    }

    /** The region carries the measure out again from the day after {@code to}. */
    RegionAbsence end(User user, String region, long id, int version, LocalDate to) {
        require(user, Right.MEASURES_MANAGE, region);
        return database.call(tx -> {
            RegionStore.lock(tx, region);
            RegionAbsence found = running(tx, region, id);
            if (to == null) {
                throw Problem.field("to", "record.required");
            }
            if (to.isBefore(found.from())) {
                throw Problem.field("to", "record.ends-before");
            }
            if (!RegionStore.end(tx, id, version, to)) {
                throw Difference.version(version, found.version());
            }
            audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, KIND, id, region, "to=" + to));
            return RegionStore.find(tx, region, id).orElseThrow();
        });
    }

    /**
     * Other days and another reason of a span that is not over; its measure stays.
     *
     * @throws Problem CONFLICT when another span overlaps, or it was over; STALE with the difference when it was changed meanwhile
     */
    RegionAbsence change(User user, String region, long id, int version, AbsenceInput input) {
        require(user, Right.MEASURES_MANAGE, region);
        return database.call(tx -> {
            RegionStore.lock(tx, region);
            RegionAbsence found = running(tx, region, id);
            AbsenceInput wanted = new AbsenceInput(found.measure(), input.from(), input.to(), input.reason());
            wanted.check();
            requireFree(tx, region, id, wanted);
            if (!RegionStore.change(tx, id, version, wanted)) {
                throw Difference.stale(wanted, found.data());
            }
            String detail = "from=" + wanted.from() + " to=" + wanted.to();
            audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, KIND, id, region, detail));
            return RegionStore.find(tx, region, id).orElseThrow();
        });
    }

    /** Takes back a span that should not have been set and is not over; the trail keeps that there was one. */
    void withdraw(User user, String region, long id, int version) {
        require(user, Right.MEASURES_MANAGE, region);
        database.run(tx -> {
            RegionStore.lock(tx, region);
            RegionAbsence found = running(tx, region, id);
            if (!RegionStore.remove(tx, id, version)) {
                throw Difference.version(version, found.version());
            }
            String detail = found.measure() + " from=" + found.from() + " to=" + found.to();
            audit.record(tx, user, new Audit.Entry(Audit.Action.DELETE, KIND, id, region, detail));
        });
    }

    private RegionAbsence running(Tx tx, String region, long id) {
        RegionAbsence found = RegionStore.find(tx, region, id).orElseThrow(Problem::notFound);
        if (found.over(clock.today())) {
            throw Problem.conflict("region.absence-over", found.to());
        }
        return found;
    }

    private static void requireFree(Tx tx, String region, long id, AbsenceInput input) {
        RegionStore.overlapping(tx, region, id, input).ifPresent(other -> {
            throw Problem.conflict("region.absent-already", other.from(), other.reason())
                    .with("absence", other.id());
        });
    }

    /** A region that is unknown, or not among the user's, answers alike. */
    private void require(User user, Right right, String region) {
        boolean known = territories.regions(clock.today()).stream()
                .anyMatch(r -> r.code().equals(region));
        if (!known || !user.require(right).covers(region)) {
            throw Problem.notFound();
        }
    }

    @Override
    public Map<String, Absence> absences(String region, LocalDate day) {
        Map<String, Absence> found = new LinkedHashMap<>();
        database.read(tx -> RegionStore.on(tx, region, day))
                .forEach(a -> found.put(a.measure(), new Absence(a.from(), Optional.ofNullable(a.to()), a.reason())));
        return found;
    }

    @Override
    public void requireRun(String measure, String territory, LocalDate day) {
        if (territory.length() < 2) {
            return;
        }
        Absence absence = absences(territory.substring(0, 2) + "0000000", day).get(measure);
        if (absence != null) {
            throw Problem.conflict(
                    "region.not-run", measures.require(measure).clause().name(), absence.from(), absence.reason());
        }
    }

    @Override
    public List<String> withCentre(LocalDate day) {
        return database.read(tx -> RegionStore.withCentre(tx, day));
    }
}
