package kz.jolkarta.core.internal.profile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kz.jolkarta.core.access.Scope;
import org.junit.jupiter.api.Test;

/** What a node holds concerns everybody on it, so who runs only a part of it may not change it. */
class PlugWorkTest {
    private static final String REGION = "230000000";

    @Test
    void anAdministratorOfTheCountryChangesAnything() {
        assertTrue(PlugWork.may(Scope.COUNTRY, "", true));
        assertTrue(PlugWork.may(Scope.COUNTRY, REGION, false));
    }

    @Test
    void anAdministratorOfARegionChangesTheNodeOfThatRegionButNotTheMinistrysMeasure() {
        assertTrue(PlugWork.may(Scope.of(REGION), REGION, false));
        assertFalse(PlugWork.may(Scope.of(REGION), REGION, true));
    }

    @Test
    void nobodyChangesTheNodeOfOthers() {
        assertFalse(PlugWork.may(Scope.of(REGION), "", false), "a node of many regions");
        assertFalse(PlugWork.may(Scope.of(REGION), "610000000", false), "the node of another region");
        assertFalse(PlugWork.may(Scope.of("233600000"), REGION, false), "an administrator of a district");
        assertFalse(PlugWork.may(Scope.NONE, REGION, false));
    }
}
