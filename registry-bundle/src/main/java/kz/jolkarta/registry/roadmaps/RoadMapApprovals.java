package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.bulk.BulkRun;
import kz.jolkarta.registry.bulk.Changed;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Approves many road maps in the background, each under the rules that hold for one. */
@Component(service = {RoadMapApprovals.class, JobKind.class})
public final class RoadMapApprovals implements JobKind {
    static final String JOB = "road-map-approve";
    /** Kind of the changes that are noted. */
    static final String CHANGE = "road-map-approval";

    private static final int MOST = 20_000;
    private static final int PART = 100;
    private static final int KNOWN = 200;

    private final Ledger ledger;
    private final Jobs jobs;
    private final BulkRun bulk;
    private final RoadMapMoves moves;
    private final Remembered<Counted, Long> counts;

    private record Counted(RoadMapFilter filter, Scope scope, LocalDate today) {}

    @Activate
    public RoadMapApprovals(@Reference Ledger ledger, @Reference Jobs jobs, @Reference Tables texts) {
        this.ledger = ledger;
        this.counts = new Remembered<>(ledger.database(), KNOWN);
        this.jobs = jobs;
        this.bulk = new BulkRun(ledger.database(), texts, PART);
        this.moves = new RoadMapMoves(ledger, new History(ledger));
    }

    /** How many agreed maps the filter holds that the caller's right to approve reaches. */
    public long agreed(User user, RoadMapFilter filter) {
        user.require(Right.CHILDREN_READ);
        Scope scope = user.require(Right.AWARDS_APPROVE);
        LocalDate today = ledger.clock().today();
        RoadMapFilter agreed = filter.in(RoadMapState.AGREED);
        return counts.dated(
                        new Counted(agreed, scope, today),
                        ledger.clock().now(),
                        () -> ledger.database().read(tx -> RoadMapStore.count(tx, agreed, scope, today)))
                .answer();
    }

    /**
     * Queues the approval of the maps named, or else of the agreed ones of the filter.
     *
     * @return the job's id
     * @throws Problem INVALID without any map or with more than {@value #MOST}
     */
    public long start(User user, Collection<Long> ids, RoadMapFilter filter) {
        user.require(Right.CHILDREN_READ);
        Scope scope = user.require(Right.AWARDS_APPROVE);
        LocalDate today = ledger.clock().today();
        return ledger.database().call(tx -> {
            Collection<Long> wanted = ids.isEmpty()
                    ? RoadMapStore.ids(tx, filter.in(RoadMapState.AGREED), scope, today, MOST + 1)
                    : new TreeSet<>(ids);
            if (wanted.isEmpty()) {
                throw Problem.invalid("roadmap.none-to-approve");
            }
            if (wanted.size() > MOST) {
                throw Problem.field("ids", "record.too-many", MOST);
            }
            String list = wanted.stream().map(String::valueOf).collect(Collectors.joining(","));
            String territory = filter.territory().orElse("");
            long job = jobs.submit(tx, user, JOB, territory, Map.of("ids", list));
            ledger.record(tx, user, Action.APPROVE, "job", job, territory, JOB + " maps=" + wanted.size());
            return job;
        });
    }

    @Override
    public String code() {
        return JOB;
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        List<Long> ids = Stream.of(run.job().params().get("ids").split(","))
                .map(Long::valueOf)
                .toList();
        bulk.over(run, ids, (tx, some) -> approve(tx, run.user(), run.job().id(), some));
    }

    private Map<Long, Problem> approve(Tx tx, User user, long job, List<Long> ids) {
        FulfilmentStore.lock(tx, ids);
        Map<Long, Problem> refused = new LinkedHashMap<>();
        ids.forEach(id -> refused.put(id, Problem.notFound()));
        List<RoadMap> lawful = new ArrayList<>();
        Scope scope = user.require(Right.CHILDREN_READ);
        RoadMapStore.find(tx, ids, scope, ledger.clock().today()).forEach(map -> {
            Optional<Problem> objection = moves.objection(user, map);
            if (objection.isPresent()) {
                refused.put(map.id(), objection.get());
            } else {
                refused.remove(map.id());
                lawful.add(map);
            }
        });
        lawful.sort(Comparator.comparing(RoadMap::schoolYear));
        Map<Long, List<MapMoveStore.Holding>> superseded = new HashMap<>();
        for (List<RoadMap> wave : waves(lawful)) {
            Map<Long, Long> byChild = wave.stream().collect(Collectors.toMap(RoadMap::childId, RoadMap::id));
            moves.approve(tx, user, wave)
                    .superseded()
                    .forEach(closed -> superseded
                            .computeIfAbsent(byChild.get(closed.child()), map -> new ArrayList<>())
                            .add(closed));
        }
        note(tx, job, lawful, superseded);
        return refused;
    }

    /** One map of each child at a time, the earlier school years first, as if they were approved one by one. */
    private static List<List<RoadMap>> waves(List<RoadMap> maps) {
        List<List<RoadMap>> waves = new ArrayList<>();
        List<RoadMap> left = maps;
        while (!left.isEmpty()) {
            Set<Long> children = new HashSet<>();
            Map<Boolean, List<RoadMap>> parts =
                    left.stream().collect(Collectors.partitioningBy(map -> children.add(map.childId())));
            waves.add(parts.get(true));
            left = parts.get(false);
        }
        return waves;
    }

    private static void note(
            Tx tx, long job, List<RoadMap> approved, Map<Long, List<MapMoveStore.Holding>> superseded) {
        Map<Long, Integer> versions =
                MapMoveStore.versions(tx, approved.stream().map(RoadMap::id).toList());
        BulkChanges.note(
                tx,
                job,
                CHANGE,
                approved.stream()
                        .map(map -> new Changed(
                                map.id(),
                                versions.get(map.id()),
                                Superseded.json(superseded.getOrDefault(map.id(), List.of()))))
                        .toList());
    }
}
