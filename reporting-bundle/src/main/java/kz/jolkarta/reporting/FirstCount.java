package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Figures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the running year's reports of regions with many children once after the start, behind what else the node does: the first count finds neither the
 * engine's pages nor compiled code, and takes several times as long as any later one.
 */
@Component(service = FirstCount.class, immediate = true)
public final class FirstCount {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCount.class);

    /** Of fewer the first report is there at once. */
    private static final long MANY = 10_000;

    /** By then the measures are there, and whoever waited for the node has their first page. */
    private static final int AFTER_SECONDS = 10;

    private final Reports reports;
    private final Figures figures;
    private final long many;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "jolkarta-first-count");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    @Activate
    public FirstCount(@Reference Reports reports, @Reference Figures figures) {
        this(reports, figures, MANY);
        worker.schedule(this::attempt, AFTER_SECONDS, TimeUnit.SECONDS);
    }

    FirstCount(Reports reports, Figures figures, long many) {
        this.reports = reports;
        this.figures = figures;
        this.many = many;
    }

    @Deactivate
    void stop() {
        worker.shutdown();
    }

    private void attempt() {
        try {
            count();
        } catch (RuntimeException failed) {
            // Whoever asks counts it.
            LOG.debug("Reports are not counted beforehand", failed);
        } finally {
            worker.shutdown();
        }
    }

    /** @return codes of the regions whose reports were counted */
    List<String> count() {
        Map<Right, Scope> sight = Map.of(Right.REPORTS_READ, Scope.COUNTRY, Right.CHILDREN_READ, Scope.COUNTRY);
        User reader = new User(0, "report", sight, Language.KK);
        List<String> counted = new ArrayList<>();
        figures.children().forEach((region, children) -> {
            if (children >= many && !worker.isShutdown()) {
                reports.region(reader, Language.KK, "", region);
                counted.add(region);
            }
        });
        return counted;
    }
}
