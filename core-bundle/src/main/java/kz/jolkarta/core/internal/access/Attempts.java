package kz.jolkarta.core.internal.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.core.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** How often one address may try a password or a code, through all doors together: in bursts of thirty, thirty a minute. */
@Component(service = Attempts.class)
public final class Attempts {
    static final int A_MINUTE = 30;
    private static final int ADDRESSES = 10_000;

    private final Map<String, Bucket> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    private final TimeMeter time;

    @Activate
    public Attempts() {
        this(TimeMeter.SYSTEM_MILLISECONDS);
    }

    Attempts(TimeMeter time) {
        this.time = time;
    }

    /** @throws Problem TOO_MANY_REQUESTS, with the seconds to wait */
    void count(String address) {
        Bucket bucket;
        synchronized (addresses) {
            bucket = addresses.computeIfAbsent(
                    address,
                    a -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(A_MINUTE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                            .withCustomTimePrecision(time)
                            .build());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw Problem.of(Problem.Kind.TOO_MANY_REQUESTS, "problem.too-many", seconds)
                    .with("retryAfter", seconds);
        }
    }
}
