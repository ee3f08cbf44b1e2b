package kz.jolkarta.core.internal.http;

import com.codahale.metrics.Snapshot;
import com.codahale.metrics.Timer;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.backup.Backups;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /metrics} in the text form of Prometheus 0.0.4: for this machine itself, or with METRICS_READ. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/metrics")
public final class MetricsPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final double NANOS = 1e9;

    private final transient Meters meters;
    private final transient Authentication authentication;
    private final transient NodeStore store;
    private final transient Backups backups;
    private final transient ProblemAnswer answers;

    @Activate
    public MetricsPage(
            @Reference Meters meters,
            @Reference Authentication authentication,
            @Reference Database database,
            @Reference Backups backups,
            @Reference Texts texts) {
        this.meters = meters;
        this.authentication = authentication;
        this.store = new NodeStore(database);
        this.backups = backups;
        this.answers = new ProblemAnswer(texts);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!Attributes.fromThisMachine(request)) {
                authentication
                        .of(request)
                        .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "problem.unauthenticated"))
                        .user()
                        .require(Right.METRICS_READ);
            }
            String text = page();
            response.setContentType("text/plain; version=0.0.4; charset=utf-8");
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            answers.write(response, e, Attributes.language(request));
        }
    }

    private String page() {
        StringBuilder page = new StringBuilder();
        type(page, "jolkarta_http_requests_total", "counter");
        meters.requests().forEach((key, count) -> {
            String[] parts = key.split("\\.");
            line(page, "jolkarta_http_requests_total{method=\"" + parts[0] + "\",status=\"" + parts[1] + "\"}", count);
        });
        type(page, "jolkarta_http_request_seconds", "summary");
        meters.durations().forEach((group, timer) -> duration(page, group, timer));
        type(page, "jolkarta_jobs", "gauge");
        store.jobs().forEach((key, count) -> line(page, "jolkarta_jobs{" + key + "}", count));
        backup(page);
        node(page);
        return page.toString();
    }

    private static void duration(StringBuilder page, String group, Timer timer) {
        Snapshot recent = timer.getSnapshot();
        for (double quantile : new double[] {0.5, 0.95, 0.99}) {
            line(
                    page,
                    "jolkarta_http_request_seconds{group=\"" + group + "\",quantile=\"" + quantile + "\"}",
                    recent.getValue(quantile) / NANOS);
        }
        line(page, "jolkarta_http_request_seconds_count{group=\"" + group + "\"}", timer.getCount());
    }

    /** A node without a backup has no such lines. */
    private void backup(StringBuilder page) {
        backups.age().ifPresent(age -> gauge(page, "jolkarta_backup_age_seconds", age.toSeconds()));
        backups.last().ifPresent(last -> gauge(page, "jolkarta_backup_bytes", last.bytes()));
    }

    private static void node(StringBuilder page) {
        var memory = ManagementFactory.getMemoryMXBean();
        gauge(page, "jvm_heap_used_bytes", memory.getHeapMemoryUsage().getUsed());
        gauge(page, "jvm_heap_max_bytes", memory.getHeapMemoryUsage().getMax());
        gauge(page, "jvm_nonheap_used_bytes", memory.getNonHeapMemoryUsage().getUsed());
        gauge(page, "jvm_threads", ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                page,
                "jvm_classes_loaded",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        gauge(
                page,
                "process_uptime_seconds",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
        type(page, "jvm_gc_seconds_total", "counter");
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(gc -> line(
                        page,
                        "jvm_gc_seconds_total{collector=\"" + gc.getName() + "\"}",
                        gc.getCollectionTime() / 1000.0));
        pool(page);
    }

    /** The connection pool tells of itself where it is asked to; a node without that bean has no such lines. */
    private static void pool(StringBuilder page) {
        try {
            var server = ManagementFactory.getPlatformMBeanServer();
            for (var name :
                    server.queryNames(new javax.management.ObjectName("com.zaxxer.hikari:type=Pool (*)"), null)) {
                gauge(page, "jolkarta_connections_active", (Number) server.getAttribute(name, "ActiveConnections"));
                gauge(page, "jolkarta_connections_idle", (Number) server.getAttribute(name, "IdleConnections"));
                gauge(page, "jolkarta_connections_waiting", (Number)
                        server.getAttribute(name, "ThreadsAwaitingConnection"));
            }
        } catch (javax.management.JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void gauge(StringBuilder page, String name, Number value) {
        type(page, name, "gauge");
        line(page, name, value);
    }

    private static void type(StringBuilder page, String name, String type) {
        page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder page, String name, Number value) {
        page.append(name).append(' ').append(value).append('\n');
    }
}
