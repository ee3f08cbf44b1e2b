package kz.jolkarta.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.children.ChildFiles;
import kz.jolkarta.registry.children.ChildrenCsvResource;
import kz.jolkarta.registry.children.ChildrenXlsxResource;
import kz.jolkarta.registry.places.Gazetteer;
import org.junit.jupiter.api.Test;

@BothEngines(ImportDesk.Tables.class)
class ExportComesBackTest {
    @Test
    void aListThatWasTakenAwayChangesNothingWhenItComesBack(TestDatabase database) {
        ImportDesk desk = new ImportDesk(database);
        desk.rows = 1000;
        assertEquals(
                1500,
                desk.bring(ImportDesk.resource("children-atyrau-kk.xlsx"))
                        .counts()
                        .created());
        Texts texts = TestTexts.ofClassPath();
        Audit trail = desk;
        ChildFiles files = new ChildFiles(
                database, trail, desk.clock, new Gazetteer(database), texts, desk.sheets, new NothingMissed());
        ResourceHost api = new ResourceHost(new ChildrenXlsxResource(files), new ChildrenCsvResource(files));
        for (Language language : Language.values()) {
            api.as(RegistryWorld.caller(language, RegistryWorld.ATYRAU, Role.COORDINATOR));
            Answer file = api.get(language == Language.RU ? "children.csv" : "children.xlsx");
            assertEquals(200, file.status(), file::text);
            Batch.Counts counts =
                    desk.bring(ImportDesk.COORDINATOR, file.body(), true).counts();
            assertEquals(new Batch.Counts(1500, 0, 0, 1500, 0, 0), counts, language.tag());
        }
    }
}
