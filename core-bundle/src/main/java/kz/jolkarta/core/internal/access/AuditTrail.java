package kz.jolkarta.core.internal.access;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.internal.http.Refusals;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the audit trail; what was refused gets a transaction of its own, since there is no other. */
@Component(service = {Audit.class, Refusals.class})
public final class AuditTrail implements Audit, Refusals {
    /** A client that keeps asking for what it may not have must not fill the trail. */
    private static final int REFUSALS_A_MINUTE = 60;

    private final Database database;
    private final OfficeClock clock;
    private final AuditStore store = new AuditStore();
    /** By account, so that nobody's asking hides what another was refused. */
    private final Map<Long, Bucket> refusals = new ConcurrentHashMap<>();

    @Activate
    public AuditTrail(@Reference Database database, @Reference OfficeClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void record(Tx tx, User user, Entry entry) {
        record(tx, user, List.of(entry));
    }

    @Override
    public void record(Tx tx, User user, List<Entry> entries) {
        List<Long> ids = LongStream.range(0, entries.size())
                .mapToObj(i -> database.nextId())
                .toList();
        store.insert(tx, user, entries, ids, clock.now());
    }

    /** What was refused of one record is always kept. */
    @Override
    public void refused(User user, Problem.Refused what) {
        if (what.id() != 0 || bucket(user).tryConsume(1)) {
            Entry entry = new Entry(Action.REFUSED, what.kind(), what.id(), what.territory(), what.detail());
            database.run(tx -> record(tx, user, entry));
        }
    }

    private Bucket bucket(User user) {
        return refusals.computeIfAbsent(
                user.id(),
                id -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(REFUSALS_A_MINUTE)
                                .refillGreedy(REFUSALS_A_MINUTE, Duration.ofMinutes(1)))
                        .build());
    }
}
