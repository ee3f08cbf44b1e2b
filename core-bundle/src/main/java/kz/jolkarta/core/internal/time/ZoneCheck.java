package kz.jolkarta.core.internal.time;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.http.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this Java knows the country's one time zone. With older data every deadline would end an hour early, which nobody would see. */
@Component(immediate = true)
public final class ZoneCheck implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneCheck.class);
    private static final String ALMATY = "Asia/Almaty";

    private final Health found;

    @Activate
    public ZoneCheck() {
        this(zone -> ZoneId.of(zone).getRules(), version());
    }

    ZoneCheck(Function<String, ZoneRules> rules, String version) {
        boolean known = Stream.of(ALMATY, "Asia/Qostanay").map(rules).allMatch(ZoneCheck::knowsOneZone);
        found = known
                ? Health.up()
                : new Health(
                        State.WARNING,
                        "the time zone data of this Java (" + version
                                + ") do not know that Kazakhstan has kept UTC+5 since"
                                + " 1 March 2024: days and deadlines end an hour early; update Java to data 2024a or later");
        if (!known) {
            LOG.warn("Time zones: {}", found.detail());
        }
    }

    private static String version() {
        return ZoneRulesProvider.getVersions(ALMATY).lastKey();
    }

    /** Kazakhstan went over to one zone, UTC+5, on 1 March 2024. */
    static boolean knowsOneZone(ZoneRules rules) {
        LocalDateTime noon = LocalDateTime.of(2024, 3, 1, 12, 0);
        return rules.getOffset(noon).equals(ZoneOffset.ofHours(5))
                && rules.getOffset(noon.minusDays(1)).equals(ZoneOffset.ofHours(6));
    }

    @Override
    public String name() {
        return "time-zone";
    }

    @Override
    public Health check() {
        return found;
    }
}
