package kz.jolkarta.registry.consents;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of consents that end: when the node starts and once on every day of the office. */
@Component(service = ConsentWatch.class, immediate = true, configurationPid = "kz.jolkarta.consents")
@Designate(ocd = ConsentWatch.Config.class)
public final class ConsentWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConsentWatch.class);
    private static final int LOOK_MINUTES = 10;

    @ObjectClassDefinition(name = "Jolkarta consents: warnings")
    @interface Config {
        @AttributeDefinition(description = "How many days before its end a consent is to be renewed")
        int days() default 30;
    }

    private final Endings endings;
    private final OfficeClock clock;
    private final int days;
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "jolkarta-consents"));
    private Optional<LocalDate> last = Optional.empty();

    @Activate
    public ConsentWatch(Config config, @Reference Endings endings, @Reference OfficeClock clock) {
        this(config.days(), endings, clock);
        keeper.scheduleWithFixedDelay(this::attempt, 0, LOOK_MINUTES, TimeUnit.MINUTES);
    }

    ConsentWatch(int days, Endings endings, OfficeClock clock) {
        this.days = Math.max(0, Math.min(EndingFilter.MOST_DAYS, days));
        this.endings = endings;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        keeper.shutdownNow();
    }

    /** What fails is tried again at the next look. */
    private void attempt() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.warn("Consents that end are not looked for yet", failed);
        }
    }

    /** @return tasks made; 0 when this day was looked at before */
    int look() {
        LocalDate today = clock.today();
        if (last.equals(Optional.of(today))) {
            return 0;
        }
        int made = endings.warn(days);
        last = Optional.of(today);
        return made;
    }
}
