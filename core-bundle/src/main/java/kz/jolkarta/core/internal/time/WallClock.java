package kz.jolkarta.core.internal.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The machine's clock read in the office's time zone. */
@Component(configurationPid = "kz.jolkarta.node")
@Designate(ocd = WallClock.Config.class)
public final class WallClock implements OfficeClock {
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
