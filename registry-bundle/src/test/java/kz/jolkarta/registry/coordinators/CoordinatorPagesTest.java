package kz.jolkarta.registry.coordinators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class CoordinatorPagesTest {
    private final TestDatabase database;
    private final RecordWorld world;
    private final PageWorld pages;
    private final CoordinatorPages page;
    private final Caller reader = PageWorld.reader(RecordWorld.coordinator(RecordWorld.REGION));
    private long child;
    private long here;
    private long elsewhere;

    CoordinatorPagesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        page = new CoordinatorPages(new Coordinators(world.ledger));
    }

    @BeforeEach
    void two() {
        database.clear("appointment", "child");
        child = world.child(RecordWorld.VILLAGE);
        here = appointed(RecordWorld.DISTRICT);
        elsewhere = appointed(RecordWorld.CITY);
    }

    private long appointed(String territory) {
        long cabinet = world.organisation(territory, OrganisationKind.CABINET);
        long staff = world.staff(territory, "COORDINATOR");
        database.run(tx -> tx.update(
                "insert into appointment (id, staff_id, organisation_id, valid_from, order_number, order_date, created_by, created_at)"
                        + " values (:id, :staff, :cabinet, :from, '1', :from, 1, :at)",
                Map.of(
                        "id",
                        database.nextId(),
                        "staff",
                        staff,
                        "cabinet",
                        cabinet,
                        "from",
                        LocalDate.of(2025, 1, 1),
                        "at",
                        world.clock.now())));
        return staff;
    }

    private Response name(long staff) {
        return page.name(
                reader,
                pages.words,
                child,
                PageWorld.form(
                        "staffId",
                        Long.toString(staff),
                        "version",
                        Long.toString(world.number("select version from child where id = :id", Map.of("id", child)))));
    }

    @Test
    void onlyWhoAnswersForTheChildIsOfferedAndNamed() {
        String shown = page.open(reader, pages.words, child).toString();
        assertTrue(shown.contains("Option[value=" + here + ","), shown);
        assertFalse(shown.contains("Option[value=" + elsewhere + ","), shown);
        Response again = name(elsewhere);
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("error=Today this member of staff is not appointed"),
                again.getEntity().toString());

        assertEquals(303, name(here).getStatus());

        assertEquals(here, world.number("select coordinator_id from child where id = :id", Map.of("id", child)));
    }
}
