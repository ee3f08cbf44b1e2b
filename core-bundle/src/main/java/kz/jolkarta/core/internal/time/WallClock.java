package kz.jolkarta.core.internal.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's clock read in the office's time zone. */
@Component(configurationPid = "kz.jolkarta.node")
@Designate(ocd = WallClock.Config.class)
public final class WallClock implements OfficeClock {
    private static final Logger LOG = LoggerFactory.getLogger(WallClock.class);

    @ObjectClassDefinition(name = "Jolkarta node")
    @interface Config {
        @AttributeDefinition(description = "The office's time zone, in which its days begin and its deadlines end")
        String zone() default "Asia/Almaty";
    }

    private final Clock clock = Clock.systemUTC();
    private final ZoneId zone;

    @Activate
    public WallClock(Config config) {
        this(ZoneId.of(config.zone()));
    }

    WallClock(ZoneId zone) {
        this.zone = zone;
        if (!knowsOneZone(ZoneId.of("Asia/Almaty"))) {
            LOG.warn(
                    "This Java does not know that Kazakhstan has kept UTC+5 since 1 March 2024: deadlines would end an hour late."
                            + " Update Java to a release with time zone data 2024a or later");
        }
    }

    /** Kazakhstan went over to one zone, UTC+5, on 1 March 2024; older time zone data do not know it. */
    static boolean knowsOneZone(ZoneId almaty) {
        LocalDateTime noon = LocalDateTime.of(2024, 3, 1, 12, 0);
        return almaty.getRules().getOffset(noon).equals(ZoneOffset.ofHours(5))
                && almaty.getRules().getOffset(noon.minusDays(1)).equals(ZoneOffset.ofHours(6));
    }

    /** To the microsecond, as the database keeps it. */
    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
