package kz.jolkarta.core.internal.http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.jolkarta.core.http.HealthCheck;
import kz.jolkarta.core.http.HealthCheck.Health;
import kz.jolkarta.core.http.HealthCheck.State;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all health checks; one that fails, or does not answer in time, is down and disturbs no other. */
@Component(service = HealthReport.class)
public final class HealthReport {
    private static final Logger LOG = LoggerFactory.getLogger(HealthReport.class);
    private static final long PATIENCE_SECONDS = 3;
    /** Asking anybody may; so that it costs next to nothing, an answer is good for a second. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String DEMO = "demo";
    /** Without it nothing works, so its absence is a fault. */
    private static final String DATABASE = "database";

    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
    private final ExecutorService runner = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "jolkarta-health");
        thread.setDaemon(true);
        return thread;
    });
    private final boolean demo;
    private Optional<Report> last = Optional.empty();
    private long lastAt;

    /** @param demo state of the demo data: loading, done or none */
    public record Report(boolean up, Map<String, Health> checks, String demo) {}

    @Activate
    public HealthReport(BundleContext context) {
        this(Boolean.parseBoolean(context.getProperty("jolkarta.demo")));
    }

    HealthReport(boolean demo) {
        this.demo = demo;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(HealthCheck check) {
        checks.add(check);
    }

    void remove(HealthCheck check) {
        checks.remove(check);
    }

    @Deactivate
    void stop() {
        runner.shutdownNow();
    }

    public synchronized Report report() {
        if (last.isEmpty() || System.nanoTime() - lastAt > FRESH_NANOS) {
            last = Optional.of(ask());
            lastAt = System.nanoTime();
        }
        return last.get();
    }

    private Report ask() {
        Map<String, Future<Health>> asked = new LinkedHashMap<>();
        checks.stream()
                .sorted(Comparator.comparing(HealthCheck::name))
                .forEach(check -> asked.put(check.name(), runner.submit(check::check)));
        Map<String, Health> found = new LinkedHashMap<>();
        asked.forEach((name, answer) -> found.put(name, await(name, answer)));
        found.putIfAbsent(DATABASE, new Health(State.DOWN, "absent"));
        String state = Optional.ofNullable(found.get(DEMO)).map(Health::detail).orElse(demo ? "loading" : "none");
        boolean up = found.values().stream().noneMatch(h -> h.state() == State.DOWN);
        return new Report(up, found, state);
    }

    private static Health await(String name, Future<Health> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            LOG.warn("The health check {} failed", name, e.getCause());
            return new Health(State.DOWN, "failed");
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Health(State.DOWN, "no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Health(State.DOWN, "interrupted");
        }
    }
}
