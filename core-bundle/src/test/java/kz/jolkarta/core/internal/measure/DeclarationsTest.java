package kz.jolkarta.core.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.i18n.TextCatalogue;
import kz.jolkarta.core.measure.Declaration;
import kz.jolkarta.core.measure.Measures.Former;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.Eventually;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node knows what a measure declared that has left it. */
@BothEngines
class DeclarationsTest {
    private static final Declared PARKS = declared(8);
    private static final Declared CAMPS = declared(13);

    private final FixedClock clock = FixedClock.at("2026-02-28");
    private final TextCatalogue texts = new TextCatalogue();
    private final List<Declarations> nodes = new ArrayList<>();

    @BeforeEach
    void empty(TestDatabase database) {
        database.clear("measure_declaration");
    }

    @AfterEach
    void stop() {
        nodes.forEach(Declarations::close);
    }

    @Test
    void aMeasureThatLeftIsKnownWithItsDeclarationItsTextsAndTheTime(TestDatabase database) {
        Declarations node = node(database);
        node.installed(List.of(PARKS, CAMPS));
        eventually(2, () -> rows(database).size());
        clock.advance(Duration.ofHours(1));
        node.installed(List.of(CAMPS));
        eventually(List.of(new Former(PARKS.measure(), clock.now())), () -> node.former());
        assertEquals("ru technoparks.activity.visit", texts.text(Language.RU, "technoparks.activity.visit"));
    }

    @Test
    void itIsStillKnownAfterAStartAndForgottenAsFormerWhenItIsBack(TestDatabase database) {
        Declarations first = node(database);
        first.installed(List.of(PARKS));
        eventually(1, () -> rows(database).size());
        first.installed(List.of());
        eventually(1, () -> first.former().size());
        Former left = first.former().get(0);
        first.close();
        clock.advance(Duration.ofDays(400));
        Declarations second = node(database);
        second.installed(List.of());
        eventually(List.of(left), second::former);
        second.installed(List.of(PARKS));
        eventually(List.of(), () -> second.former());
    }

    @Test
    void oneThatIsMissingAfterACrashHasLeftWhenThatIsSeen(TestDatabase database) {
        Declarations first = node(database);
        first.installed(List.of(PARKS));
        eventually(1, () -> rows(database).size());
        first.close();
        clock.advance(Duration.ofHours(5));
        Declarations second = node(database);
        second.installed(List.of());
        eventually(List.of(new Former(PARKS.measure(), clock.now())), () -> second.former());
    }

    @Test
    void aDeclarationIsWrittenAgainOnlyWhenItChanged(TestDatabase database) {
        Declarations node = node(database);
        node.installed(List.of(PARKS));
        eventually(1, () -> rows(database).size());
        database.run(tx -> tx.update("update measure_declaration set declaration = ' ' || declaration", Map.of()));
        String marked = rows(database).get("technoparks");
        node.installed(List.of(PARKS, CAMPS));
        eventually(2, () -> rows(database).size());
        assertEquals(marked, rows(database).get("technoparks"));
        Installed m = PARKS.measure();
        Installed newer = new Installed(
                m.clause(), m.bundle(), "2", m.reach(), m.activities(), m.awards(), m.deliverables(), m.indicators());
        node.installed(List.of(new Declared(newer, PARKS.texts()), CAMPS));
        eventually(newer, () -> DeclarationJson.read(rows(database).get("technoparks")));
    }

    @Test
    void oneThatCannotBeReadAnyMoreIsLeftAloneAndHidesNoOther(TestDatabase database) {
        database.run(tx -> List.of("gone", "health-camps")
                .forEach(code -> tx.update(
                        "insert into measure_declaration (code, declaration, texts) values (:code, :json, '{}')",
                        Map.of(
                                "code",
                                code,
                                "json",
                                code.equals("gone") ? "{\"burdens\":[]}" : DeclarationJson.write(CAMPS.measure())))));
        Declarations node = node(database);
        node.installed(List.of());
        eventually(List.of(new Former(CAMPS.measure(), clock.now())), () -> node.former());
        assertEquals("{\"burdens\":[]}", rows(database).get("gone"));
    }

    @Test
    void theCatalogueGivesThemInTheOrderOfTheActWithoutThoseThatAreBack(TestDatabase database) {
        Catalogue catalogue = new Catalogue(new CatalogueTest.OnlyResolution997(), null);
        assertEquals(List.of(), catalogue.former());
        Declarations node = node(database);
        node.installed(List.of(CAMPS, PARKS));
        eventually(2, () -> rows(database).size());
        catalogue.bindDeclarations(node);
        eventually(
                List.of("technoparks", "health-camps"),
                () -> catalogue.former().stream().map(f -> f.measure().code()).toList());
        catalogue.unbindDeclarations(node);
        assertTrue(catalogue.former().isEmpty(), "without the database nothing is known of former ones");
    }

    private static void eventually(Object expected, Supplier<?> actual) {
        Eventually.until(expected.toString(), () -> expected.equals(actual.get()));
    }

    private Declarations node(TestDatabase database) {
        Declarations node = new Declarations(database, clock, texts);
        nodes.add(node);
        return node;
    }

    private static Declared declared(int number) {
        Installed measure = Installed.of(SampleMeasure.of(number), "sample", "1");
        Map<Language, Map<String, String>> texts = new TreeMap<>();
        for (Language language : Language.values()) {
            Map<String, String> own = new TreeMap<>();
            Declaration.keys(measure).forEach(key -> own.put(key, language.tag() + " " + key));
            texts.put(language, own);
        }
        return new Declared(measure, texts);
    }

    /** The declarations by code. */
    private static Map<String, String> rows(TestDatabase database) {
        Map<String, String> rows = new TreeMap<>();
        database.run(tx -> tx.each(
                "select code, declaration from measure_declaration",
                Map.of(),
                row -> rows.put(row.text("code"), row.text("declaration"))));
        return rows;
    }
}
