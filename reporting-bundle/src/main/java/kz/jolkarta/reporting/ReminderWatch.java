package kz.jolkarta.reporting;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the reminders of reports when the node starts and every ten minutes, so that a new day or another term is seen soon. */
@Component(service = ReminderWatch.class, immediate = true)
public final class ReminderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderWatch.class);
    private static final int LOOK_MINUTES = 10;

    private final ReportReminders reminders;
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "jolkarta-reminders"));

    @Activate
    public ReminderWatch(@Reference ReportReminders reminders) {
        this.reminders = reminders;
        keeper.scheduleWithFixedDelay(this::attempt, 0, LOOK_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        keeper.shutdownNow();
    }

    /** What fails, e.g. because another node was faster, is tried again at the next look. */
    private void attempt() {
        try {
            reminders.look();
        } catch (RuntimeException failed) {
            LOG.warn("Reminders of reports are not looked after yet", failed);
        }
    }
}
