package kz.jolkarta.core.internal.http;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Timer;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** What is measured of the requests: how many, how answered, how long they took. */
@Component(service = Meters.class)
public final class Meters {
    private static final String REQUESTS = "requests.";
    private static final String DURATION = "duration.";

    private final MetricRegistry registry = new MetricRegistry();

    /** @param group {@code api} or {@code page}: slow and quick answers are not to be mixed up */
    public void answered(String group, String verb, int status, long nanos) {
        registry.counter(REQUESTS + verb + "." + status).inc();
        registry.timer(DURATION + group).update(nanos, TimeUnit.NANOSECONDS);
    }

    /** By "VERB.status". */
    SortedMap<String, Long> requests() {
        return registry.getCounters().entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().substring(REQUESTS.length()),
                        e -> e.getValue().getCount(),
                        Long::sum,
                        java.util.TreeMap::new));
    }

    /** By group. */
    Map<String, Timer> durations() {
        return registry.getTimers().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().substring(DURATION.length()), Map.Entry::getValue));
    }
}
