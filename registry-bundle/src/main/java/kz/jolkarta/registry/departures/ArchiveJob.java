package kz.jolkarta.registry.departures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.bulk.BulkRun;
import kz.jolkarta.registry.bulk.BulkUndo;
import kz.jolkarta.registry.bulk.Changed;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Archives children who left long ago, in the background, and takes them out again when it is undone. */
@Component(service = {ArchiveJob.class, JobKind.class, BulkUndo.class})
public final class ArchiveJob implements JobKind, BulkUndo {
    static final String JOB = "child-archive";

    private static final int MOST = 20_000;
    private static final int PART = 200;
    private static final int MOST_YEARS = 50;

    private final Ledger ledger;
    private final Jobs jobs;
    private final Archive archive;
    private final BulkRun bulk;

    @Activate
    public ArchiveJob(
            @Reference Ledger ledger, @Reference Jobs jobs, @Reference Archive archive, @Reference Tables texts) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.archive = archive;
        this.bulk = new BulkRun(ledger.database(), texts, PART);
    }

    /** @param leftBy the day on which they left at the latest @param children how many, at most {@value #MOST} in one job */
    public record Found(LocalDate leftBy, int children) {}

    /** Whom a job would archive; nothing is changed. */
    Found preview(User user, Integer years, Optional<String> territory) {
        LocalDate day = day(years);
        Scope scope = scope(user, territory);
        return new Found(
                day,
                ledger.database()
                        .read(tx -> ArchivedStore.leftBy(tx, scope, day, MOST))
                        .size());
    }

    /**
     * Queues the archiving of those who left so many years ago or earlier, at most {@value #MOST} of them.
     *
     * @param territory KATO code of a unit; empty for all that the user reaches
     * @return the job's id
     * @throws Problem INVALID for a wrong number of years, or when there is nobody
     */
    public long start(User user, Integer years, Optional<String> territory) {
        LocalDate day = day(years);
        Scope scope = scope(user, territory);
        return ledger.database().call(tx -> {
            List<Long> ids = ArchivedStore.leftBy(tx, scope, day, MOST);
            if (ids.isEmpty()) {
                throw Problem.invalid("archive.nobody");
            }
            String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
            String unit = territory.orElse("");
            long job = jobs.submit(tx, user, JOB, unit, Map.of("ids", list));
            ledger.record(tx, user, Action.UPDATE, "job", job, unit, JOB + " children=" + ids.size());
            return job;
        });
    }

    private LocalDate day(Integer years) {
        Checks checks = new Checks();
        checks.required("years", years);
        checks.range("years", years, 1, MOST_YEARS);
        checks.done();
        return ledger.clock().today().minusYears(years);
    }

    private static Scope scope(User user, Optional<String> territory) {
        Scope scope = user.require(Right.CHILDREN_WRITE);
        territory.ifPresent(code -> user.require(Right.CHILDREN_WRITE, code));
        return territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
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
        bulk.over(run, ids, (tx, some) -> {
            List<Changed> done = new ArrayList<>();
            Map<Long, Problem> refused = archive.many(tx, run.user(), some, done);
            BulkChanges.note(tx, run.job().id(), JOB, done);
            return refused;
        });
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public Map<Long, Message> undo(Tx tx, User user, List<Changed> changes) {
        return archive.undo(tx, user, changes);
    }
}
