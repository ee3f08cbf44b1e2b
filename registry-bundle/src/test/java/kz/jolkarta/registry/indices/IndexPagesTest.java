package kz.jolkarta.registry.indices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.settings.SettingHistory;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class IndexPagesTest {
    private final PageWorld pages;
    private final IndexPages indices;
    private final User administrator = RecordWorld.user(1, "", Role.ADMINISTRATOR);

    IndexPagesTest(TestDatabase database) {
        RecordWorld world = new RecordWorld(database);
        pages = new PageWorld(world);
        indices = new IndexPages(new Indices(world.ledger), new SettingHistory(world.ledger));
    }

    private String list(User user, String... parameters) {
        return indices.list(PageWorld.reader(user), pages.words, PageWorld.address("indices", parameters))
                .toString();
    }

    private Response set(String... fields) {
        return indices.set(PageWorld.reader(administrator), pages.words, PageWorld.form(fields));
    }

    @Test
    void aValueIsAddedAndChangedWithTheVersionThatWasSeen() {
        assertEquals(303, set("from", "2031-01-01", "amount", "5000").getStatus());
        assertTrue(list(administrator).contains("href=/indices?from=2031-01-01#set"));
        assertTrue(list(administrator, "from", "2031-01-01").contains("submit=Change the value"));
        Response stale = set("from", "2031-01-01", "amount", "5100", "version", "9");
        assertEquals(412, stale.getStatus());
        assertTrue(
                stale.getEntity().toString().contains("Change[field=Amount, tenge"),
                stale.getEntity().toString());
    }

    @Test
    void aWrongAmountKeepsWhatWasTyped() {
        Response refused = set("from", "2032-01-01", "amount", "0");
        assertEquals(400, refused.getStatus());
        assertTrue(refused.getEntity().toString().contains("error=The amount must be above zero."));
        assertTrue(refused.getEntity().toString().contains("values=[2032-01-01]"));
    }

    @Test
    void whoDoesNotSetItSeesTheValuesAlone() {
        assertFalse(list(RecordWorld.coordinator(RecordWorld.REGION)).contains("submit=Add a value"));
    }
}
