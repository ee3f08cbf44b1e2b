package kz.jolkarta.registry.consents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.consents.ConsentTemplate.State;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ConsentTemplatesTest {
    private final TestDatabase database;
    private final RecordWorld world;
    private final User office = RecordWorld.user(9, "", Role.ADMINISTRATOR);
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private final Printed printed = new Printed();
    private ConsentTemplates templates;

    /** Keeps the papers instead of writing them. */
    private static final class Printed implements Papers {
        final List<Paper> papers = new ArrayList<>();

        @Override
        public void pdf(Paper paper, OutputStream out) {
            papers.add(paper);
        }

        @Override
        public void docx(Paper paper, OutputStream out) {
            papers.add(paper);
        }
    }

    ConsentTemplatesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
    }

    @BeforeEach
    void fresh() {
        database.clear("consent_template");
        templates = new ConsentTemplates(world.ledger);
        world.audited.clear();
    }

    private List<ConsentTemplate> all() {
        return templates.list(office, Optional.empty(), Optional.empty());
    }

    private ConsentTemplate of(ConsentPurpose purpose) {
        return templates
                .list(coordinator, Optional.of(purpose), Optional.empty())
                .get(0);
    }

    @Test
    void aFirstVersionOfEveryPurposeIsShippedWithWhatTheLawAsksFor() {
        new ConsentTemplates(world.ledger);
        assertEquals(ConsentPurpose.values().length, all().size(), "a second start ships nothing again");
        for (ConsentTemplate template : all()) {
            assertEquals(State.PUBLISHED, template.state());
            assertEquals(1, template.number());
            template.content().check();
            assertEquals(
                    template.purpose() == ConsentPurpose.PUBLICITY,
                    template.content().publication());
            assertEquals(
                    template.purpose() != ConsentPurpose.PROCESSING,
                    template.content().thirdParties());
            assertFalse(template.content().crossBorder(), "the data stay in the country");
            template.content().data().forEach(d -> assertFalse(d.en().isEmpty(), "read in English too"));
        }
    }

    @Test
    void aPublishedVersionNeverChanges() {
        ConsentTemplate first = of(ConsentPurpose.PROCESSING);
        Refusal.of(
                Kind.CONFLICT,
                "consent.template-published",
                () -> templates.update(office, first.id(), first.version(), first.content()));
        ConsentTemplate draft = templates.create(office, new TemplateInput(ConsentPurpose.PROCESSING, first.content()));
        assertEquals(2, draft.number());
        Refusal.of(
                Kind.CONFLICT,
                "consent.template-draft",
                () -> templates.create(office, new TemplateInput(ConsentPurpose.PROCESSING, first.content())));

        ConsentContent longer = with(first.content(), new Wording("екі жыл", "два года", ""));
        ConsentTemplate changed = templates.update(office, draft.id(), draft.version(), longer);
        assertEquals("екі жыл", changed.content().term().kk());
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> templates.update(office, draft.id(), draft.version(), first.content()));
        templates.publish(office, draft.id(), OptionalInt.of(changed.version()));
        assertEquals(first, templates.get(coordinator, first.id()));
        assertEquals(
                List.of(Action.CREATE, Action.UPDATE, Action.APPROVE),
                world.audited.stream().map(e -> e.action()).toList());
    }

    private static ConsentContent with(ConsentContent c, Wording term) {
        return new ConsentContent(
                c.operator(),
                c.bin(),
                c.subject(),
                c.aim(),
                c.data(),
                c.thirdParties(),
                c.recipients(),
                c.crossBorder(),
                c.publication(),
                term);
    }

    @Test
    void aTextWithoutWhatTheLawAsksForIsRefusedWithEveryGap() {
        ConsentContent empty = new ConsentContent(null, "12", null, null, List.of(), true, null, null, null, null);
        Problem refused = assertThrows(
                Problem.class, () -> templates.create(office, new TemplateInput(ConsentPurpose.TRANSFER, empty)));
        assertEquals(
                List.of("bin", "subject", "aim", "data", "recipients", "crossBorder", "publication", "term"),
                refused.fields().stream().map(Problem.FieldError::field).toList());
    }

    @Test
    void onlyTheNationalOfficeWritesTexts() {
        ConsentContent content = of(ConsentPurpose.TRANSFER).content();
        User region = RecordWorld.user(4, RecordWorld.REGION, Role.ADMINISTRATOR);
        TemplateInput input = new TemplateInput(ConsentPurpose.TRANSFER, content);
        Refusal.of(Kind.FORBIDDEN, "consent.country", () -> templates.create(region, input));
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> templates.create(coordinator, input));
    }

    private ConsentForms forms(Wording operator, String bin) {
        return new ConsentForms(operator, bin, world.ledger, printed, TestTexts.ofClassPath());
    }

    private static FormRequest request(Language language) {
        return new FormRequest(ConsentPurpose.PROCESSING, Optional.empty(), Optional.empty(), language, false);
    }

    private Paper print(ConsentForms forms, long child, FormRequest request) {
        forms.print(coordinator, child, request).writeTo(new ByteArrayOutputStream());
        return printed.papers.get(printed.papers.size() - 1);
    }

    private static Map<String, String> facts(Paper paper) {
        return paper.blocks().stream()
                .filter(Paper.Facts.class::isInstance)
                .flatMap(b -> ((Paper.Facts) b).facts().stream())
                .collect(Collectors.toMap(Paper.Fact::label, Paper.Fact::value));
    }

    @Test
    void theBlankFormNamesTheOperatorTheChildAndTheOnlyRepresentative() {
        long child = world.child(RecordWorld.VILLAGE);
        representative(child, "Сынақова Айгүл");
        Wording operator = new Wording("Білім басқармасы", "Управление образования", "");
        Paper paper = print(forms(operator, "990140000185"), child, request(Language.KK));

        assertEquals("Дербес деректерді жинауға және өңдеуге келісім", paper.title());
        Map<String, String> facts = facts(paper);
        assertEquals("Білім басқармасы", facts.get("Дербес деректер операторы"));
        assertEquals("990140000185", facts.get("Оператордың БСН"));
        assertEquals("Сынақов Әлихан", facts.get("Баланың тегі, аты, әкесінің аты"));
        assertEquals("01.05.2014", facts.get("Баланың туған күні"));
        assertEquals("Сынақова Айгүл", facts.get("Заңды өкілдің тегі, аты, әкесінің аты"));
        assertEquals("жоқ", facts.get("Деректерді үшінші тұлғаларға беру"));
        assertTrue(paper.blocks().stream().anyMatch(Paper.Signatures.class::isInstance), "it is signed");
        assertTrue(paper.footer().contains("1"), "the version the consent will name");
        assertEquals("print consent-form processing 1", world.audited.get(0).detail());
    }

    @Test
    void whatIsNotKnownIsALineToWriteOnAndOfSeveralRepresentativesOneIsChosen() {
        long child = world.child(RecordWorld.VILLAGE);
        long mother = representative(child, "Сынақова Айгүл");
        representative(child, "Сынақов Абай");
        ConsentForms forms = forms(new Wording("", "", ""), "");
        Map<String, String> blank = facts(print(forms, child, request(Language.RU)));
        assertEquals("", blank.get("Оператор персональных данных"));
        assertEquals("", blank.get("Фамилия, имя, отчество законного представителя"));

        FormRequest named =
                new FormRequest(ConsentPurpose.TRANSFER, Optional.of(1), Optional.of(mother), Language.RU, true);
        assertEquals(
                "Сынақова Айгүл",
                facts(print(forms, child, named)).get("Фамилия, имя, отчество законного представителя"));
        FormRequest strange =
                new FormRequest(ConsentPurpose.TRANSFER, Optional.empty(), Optional.of(1L), Language.RU, true);
        Refusal.of(Kind.INVALID, "child.representative-unknown", () -> forms.print(coordinator, child, strange));
        FormRequest later =
                new FormRequest(ConsentPurpose.TRANSFER, Optional.of(2), Optional.empty(), Language.RU, true);
        Refusal.of(Kind.INVALID, "consent.template-unknown", () -> forms.print(coordinator, child, later));
    }

    @Test
    void anotherRegionsChildHasNoForm() {
        long child = world.child(RecordWorld.ELSEWHERE);
        ConsentForms forms = forms(new Wording("", "", ""), "");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> forms.print(coordinator, child, request(Language.KK)));
    }

    private long representative(long child, String name) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into representative (id, child_id, name, relation) values (:id, :child, :name, 'OTHER')",
                Map.of("id", id, "child", child, "name", name)));
        return id;
    }
}
