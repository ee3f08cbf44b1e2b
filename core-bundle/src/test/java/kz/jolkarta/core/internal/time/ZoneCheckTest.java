package kz.jolkarta.core.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import kz.jolkarta.core.http.HealthCheck.Health;
import kz.jolkarta.core.http.HealthCheck.State;
import org.junit.jupiter.api.Test;

class ZoneCheckTest {
    @Test
    void thisJavaKnowsTheOneZoneOfKazakhstan() {
        assertEquals(Health.up(), new ZoneCheck().check());
        assertTrue(ZoneCheck.knowsOneZone(ZoneId.of("Asia/Almaty").getRules()));
        assertTrue(ZoneCheck.knowsOneZone(ZoneId.of("Asia/Qostanay").getRules()));
    }

    @Test
    void zoneDataFromBeforeTheChangeAreNamedInWords() {
        old(ZoneOffset.ofHours(6), ZoneOffset.ofHours(6));
        old(ZoneOffset.ofHours(5), ZoneOffset.ofHours(5));
        old(ZoneId.of("Asia/Almaty"), ZoneOffset.ofHours(6));
    }

    private static void old(ZoneId almaty, ZoneId qostanay) {
        Health found = new ZoneCheck(zone -> (zone.endsWith("Almaty") ? almaty : qostanay).getRules(), "2023c").check();
        assertEquals(State.WARNING, found.state());
        assertTrue(found.detail().contains("(2023c) do not know that Kazakhstan has kept UTC+5"), found.detail());
    }
}
