package kz.jolkarta.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(ImportDesk.Tables.class)
class ListImportTest {
    private ImportDesk desk;

    @BeforeEach
    void desk(TestDatabase database) {
        desk = new ImportDesk(database);
    }

    private static Batch.Counts counts(
            long read, long created, long updated, long unchanged, long doubtful, long rejected) {
        return new Batch.Counts(read, created, updated, unchanged, doubtful, rejected);
    }

    @Test
    void aTidyListIsTakenWholeAndTheSecondTimeChangesNothing() {
        Batch first = desk.bring(ImportDesk.resource("children-atyrau-kk.xlsx"));
        assertEquals(counts(1500, 1500, 0, 0, 0, 0), first.counts());
        assertEquals(Batch.State.DONE, first.state());
        assertEquals(Map.of(), desk.reasons(first));
        assertEquals(List.of(), first.layout().unrecognised());
        List<String> picture = desk.picture();
        Batch second = desk.bring(ImportDesk.resource("children-atyrau-kk.xlsx"));
        assertEquals(counts(1500, 0, 0, 1500, 0, 0), second.counts());
        assertEquals(picture, desk.picture());
        assertEquals(1500, desk.count("desk_audit where kind = 'child' and action = 'CREATE'"));
    }

    @Test
    void aMessyListIsTakenAsFarAsItGoes() {
        Batch first = desk.bring(ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"));
        System.out.println(first.counts() + " " + desk.reasons(first));
        List<String> picture = desk.picture();
        Batch second = desk.bring(ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"));
        System.out.println(second.counts() + " " + desk.reasons(second));
        assertEquals(picture, desk.picture());
    }
}
