package kz.jolkarta.registry.deliverables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class DeliverablesTest {
    private static final String INFORMATION = "information-support";
    private static final Paging FIRST = Paging.of(200, "");

    private final RecordWorld world;
    private final Deliverables deliverables;
    private final DeliverableSteps steps;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    DeliverablesTest(TestDatabase database) {
        world = new RecordWorld(database);
        deliverables = new Deliverables(world.ledger);
        steps = new DeliverableSteps(world.ledger, deliverables);
    }

    private static DeliverableInput video(List<Long> children) {
        return material("video", "https://example.kz/v/1", children);
    }

    private static DeliverableInput material(String type, String link, List<Long> children) {
        return new DeliverableInput(
                type,
                "Ауыл дарындары",
                RecordWorld.REGION,
                2026,
                "kk",
                "Atyrau TV",
                link,
                12_000L,
                new BigDecimal("450000"),
                FundingSource.OFF_BUDGET,
                null,
                children,
                Map.of());
    }

    private Deliverable move(Deliverable material, String state) {
        return deliverables.move(
                coordinator, INFORMATION, material.id(), OptionalInt.empty(), new StateChange(state, ""));
    }

    private boolean toBePulled(Deliverable material) {
        return deliverables.toPull(coordinator, INFORMATION, FIRST).items().stream()
                .anyMatch(d -> d.id() == material.id());
    }

    @Test
    void aMaterialThatShowsAChildNeedsAConsentAndIsPulledWhenItIsWithdrawn() {
        long child = world.child(RecordWorld.VILLAGE);
        Problem refused = Refusal.of(
                Kind.CONFLICT,
                "deliverable.no-consent",
                () -> deliverables.create(coordinator, INFORMATION, video(List.of(child))));
        assertEquals(List.of(child), refused.details().get("children"));
        assertEquals(List.of(1), refused.message().args());

        long consent = world.consent(child, RecordWorld.TODAY.minusMonths(1));
        Deliverable video = deliverables.create(coordinator, INFORMATION, video(List.of(child)));
        assertEquals(List.of(child), video.childIds());
        Deliverable adopted = move(move(video, "review"), "adopted");
        assertEquals(RecordWorld.TODAY, adopted.adoptedOn());
        assertFalse(toBePulled(adopted));

        world.withdraw(consent, RecordWorld.TODAY);
        assertTrue(toBePulled(adopted));
    }

    @Test
    void titlesStandInTheOrderOfTheAlphabetFromEitherEndAlsoThoseKeptBeforeTheyCould() {
        world.database.run(tx -> tx.update("delete from deliverable_child", Map.of()));
        world.database.run(tx -> tx.update("delete from deliverable", Map.of()));
        for (String title : List.of("Үміт", "Ұлы дала", "Ән", "Азамат")) {
            DeliverableInput video = video(List.of());
            deliverables.create(coordinator, INFORMATION, titled(video, title));
        }
        world.database.run(tx -> tx.update("update deliverable set sort_key = ''", Map.of()));
        Deliverables restarted = new Deliverables(world.ledger);
        assertEquals(List.of("Азамат", "Ән", "Ұлы дала", "Үміт"), titles(restarted, "title"));
        assertEquals(List.of("Үміт", "Ұлы дала", "Ән", "Азамат"), titles(restarted, "-title"));
    }

    private static DeliverableInput titled(DeliverableInput m, String title) {
        return new DeliverableInput(
                m.type(),
                title,
                m.territory(),
                m.year(),
                m.language(),
                m.channel(),
                m.link(),
                m.reach(),
                m.amount(),
                m.source(),
                m.authorId(),
                m.childIds(),
                m.fields());
    }

    private List<String> titles(Deliverables of, String sort) {
        DeliverableFilter filter = DeliverableResource.filter(null, null, null, null, null, null);
        List<String> titles = new ArrayList<>();
        Page.each(
                after -> of.list(
                        coordinator, INFORMATION, filter, DeliverableStore.ORDERS.of(sort), Paging.of(1, after)),
                material -> titles.add(material.title()));
        return titles;
    }

    @Test
    void aDraftIsNotAdoptedOnceTheConsentIsGone() {
        long child = world.child(RecordWorld.VILLAGE);
        long consent = world.consent(child, RecordWorld.TODAY);
        Deliverable reviewed = move(deliverables.create(coordinator, INFORMATION, video(List.of(child))), "review");
        world.withdraw(consent, RecordWorld.TODAY);
        Refusal.of(Kind.CONFLICT, "deliverable.no-consent", () -> move(reviewed, "adopted"));

        DeliverableInput without = video(List.of());
        Deliverable cut = deliverables.update(coordinator, INFORMATION, reviewed.id(), reviewed.version(), without);
        assertEquals(0, cut.childrenShown());
        assertEquals(DeliverableState.ADOPTED, move(cut, "adopted").state());
    }

    @Test
    void aKindThatShowsNobodyTakesNoChildren() {
        long child = world.child(RecordWorld.VILLAGE);
        Refusal.of(
                Kind.INVALID,
                "deliverable.shows-nobody",
                () -> deliverables.create(
                        coordinator, INFORMATION, material("order", "https://example.kz", List.of(child))));
    }

    @Test
    void aLinkIsAnAddressOfTheWeb() {
        for (String link :
                List.of("javascript:alert(1)", "ftp://example.kz", "https://", "https://a b", "//example.kz")) {
            Refusal.of(
                    Kind.INVALID,
                    "record.link",
                    () -> deliverables.create(coordinator, INFORMATION, material("order", link, List.of())));
        }
    }

    @Test
    void aDraftIsReviewedBeforeItIsAdopted() {
        Deliverable draft = deliverables.create(coordinator, INFORMATION, video(List.of()));
        Refusal.of(Kind.CONFLICT, "record.move-illegal", () -> move(draft, "adopted"));
        assertEquals(
                DeliverableState.DRAFT, move(move(draft, "review"), "draft").state());
    }

    @Test
    void anotherRegionsMaterialIsUnknown() {
        Deliverable draft = deliverables.create(coordinator, INFORMATION, video(List.of()));
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> deliverables.get(stranger, INFORMATION, draft.id()));
    }

    private Deliverable create(String type, Long author) {
        return deliverables.create(
                coordinator, INFORMATION, by(author, material(type, "https://example.kz", List.of())));
    }

    private static DeliverableInput by(Long author, DeliverableInput m) {
        return new DeliverableInput(
                m.type(),
                m.title(),
                m.territory(),
                m.year(),
                m.language(),
                m.channel(),
                m.link(),
                m.reach(),
                m.amount(),
                m.source(),
                author,
                m.childIds(),
                m.fields());
    }

    private Deliverable reach(Deliverable found, String step, LocalDate on) {
        return steps.reach(coordinator, INFORMATION, found.id(), OptionalInt.empty(), new StepInput(step, on, "№ 12"));
    }

    @Test
    void stepsAreReachedInTheirOrderAndTheLastOneAdopts() {
        LocalDate today = RecordWorld.TODAY;
        Deliverable draft = create("amendment", null);
        Problem early = Refusal.of(
                Kind.CONFLICT, "deliverable.step-order", () -> reach(draft, "discussion", today.minusDays(9)));
        assertEquals("draft", early.details().get("next"));
        Deliverable begun = reach(draft, "draft", today.minusDays(9));
        assertEquals(DeliverableState.REVIEW, begun.state());
        assertEquals("draft", begun.step());
        Refusal.of(Kind.CONFLICT, "deliverable.step-order", () -> reach(draft, "draft", today));
        Refusal.of(Kind.INVALID, "record.choice", () -> reach(draft, "signed", today));
        Refusal.of(Kind.INVALID, "deliverable.step-before", () -> reach(draft, "discussion", today.minusDays(10)));
        Refusal.of(Kind.INVALID, "deliverable.step-future", () -> reach(draft, "discussion", today.plusDays(1)));
        reach(draft, "discussion", today.minusDays(9));
        Deliverable adopted = reach(draft, "in-force", today.minusDays(2));
        assertEquals(DeliverableState.ADOPTED, adopted.state());
        assertEquals(today.minusDays(2), adopted.adoptedOn());
        assertEquals(
                List.of("draft", "discussion", "in-force"),
                adopted.steps().stream().map(ReachedStep::step).toList());
        assertEquals("№ 12", adopted.steps().get(1).document());
        Refusal.of(Kind.CONFLICT, "deliverable.steps-done", () -> reach(draft, "in-force", today));
    }

    @Test
    void aKindWithStepsIsMovedByThemAloneAndOneWithoutByItsState() {
        Deliverable amendment = create("amendment", null);
        Problem refused = Refusal.of(Kind.CONFLICT, "deliverable.by-steps", () -> move(amendment, "review"));
        assertEquals(
                List.of(
                        "Бұл түрдегі құжаттың күйі қадамдарымен бірге өзгереді: келесі қадамды жазыңыз.",
                        "Состояние документа этого вида меняется его шагами: запишите следующий шаг.",
                        "The state of a document of this kind follows its steps: record the next step."),
                told(refused.message()));
        Deliverable order = create("order", null);
        Refusal.of(Kind.CONFLICT, "deliverable.no-steps", () -> reach(order, "draft", RecordWorld.TODAY));
    }

    @Test
    void aStepOfAMaterialThatShowsAChildNeedsTheConsentToo() {
        long child = world.child(RecordWorld.VILLAGE);
        long consent = world.consent(child, RecordWorld.TODAY);
        Deliverable draft = deliverables.create(
                coordinator, INFORMATION, material("amendment", "https://example.kz", List.of(child)));
        world.withdraw(consent, RecordWorld.TODAY);
        Refusal.of(Kind.CONFLICT, "deliverable.no-consent", () -> reach(draft, "draft", RecordWorld.TODAY));
    }

    @Test
    void anAuthorHasCoachedAPrizeWinnerOfTheTargetGroup() {
        long coach = world.staff(RecordWorld.CITY, "TEACHER");
        long other = world.staff(RecordWorld.CITY, "TEACHER");
        world.achievement(
                world.child(RecordWorld.VILLAGE),
                coach,
                AchievementLevel.REPUBLIC,
                2,
                false,
                RecordWorld.TODAY.minusMonths(30));
        Deliverable guide = create("guide", coach);
        assertEquals(coach, guide.authorId());
        Problem none = Refusal.of(Kind.INVALID, "deliverable.author-needed", () -> create("guide", null));
        assertEquals("authorId", none.fields().get(0).field());
        Problem unproved = Refusal.of(Kind.INVALID, "deliverable.author-no-winner", () -> create("guide", other));
        assertEquals(
                List.of(
                        "Автор нысаналы топтағы жүлдегерді дайындамаған. Талап етілетін деңгей: республикалық немесе одан жоғары."
                                + " Баланың жетістігінде жаттықтырушы ретінде осы қызметкер көрсетілуі керек.",
                        "Автор не подготовил призёра из целевой группы. Требуется уровень: республиканский или выше."
                                + " В достижении ребёнка этот сотрудник должен быть указан наставником.",
                        "The author has coached no prize-winner of the target group. The level required: republican or higher."
                                + " The child’s achievement has to name this member of staff as the coach."),
                told(unproved.fields().get(0).message()));
        Refusal.of(Kind.INVALID, "deliverable.author-no-winner-lately", () -> create("lesson", coach));
        Refusal.of(
                Kind.INVALID,
                "deliverable.author-no-winner",
                () -> deliverables.update(
                        coordinator, INFORMATION, guide.id(), guide.version(), by(other, guide.input())));
    }

    @Test
    void aConsentForOneMaterialCountsForNoOther() {
        long child = world.child(RecordWorld.VILLAGE);
        Deliverable one = deliverables.create(coordinator, INFORMATION, video(List.of()));
        Deliverable other = deliverables.create(coordinator, INFORMATION, video(List.of()));
        long consent = world.consent(child, RecordWorld.TODAY, one.id());
        Problem refused = Refusal.of(
                Kind.CONFLICT,
                "deliverable.no-consent",
                () -> deliverables.update(
                        coordinator, INFORMATION, other.id(), other.version(), video(List.of(child))));
        assertEquals(List.of(child), refused.details().get("children"));
        Deliverable shown =
                deliverables.update(coordinator, INFORMATION, one.id(), one.version(), video(List.of(child)));
        Deliverable adopted = move(move(shown, "review"), "adopted");
        assertFalse(toBePulled(adopted));
        assertEquals(List.of(), deliverables.toPull(coordinator, child).items());

        world.withdraw(consent, RecordWorld.TODAY);
        assertTrue(toBePulled(adopted));
        assertEquals(
                List.of(adopted.id()),
                deliverables.toPull(coordinator, child).items().stream()
                        .map(Deliverable::id)
                        .toList());
        world.consent(child, RecordWorld.TODAY);
        assertFalse(toBePulled(adopted), "a general consent is one for every material");
    }

    @Test
    void whatIsToBePulledInOtherTerritoriesIsCountedAndNotShown() {
        long child = world.child(RecordWorld.VILLAGE);
        long consent = world.consent(child, RecordWorld.TODAY);
        move(move(deliverables.create(coordinator, INFORMATION, video(List.of(child))), "review"), "adopted");
        world.withdraw(consent, RecordWorld.TODAY);
        MaterialsToPull district = deliverables.toPull(RecordWorld.coordinator(RecordWorld.DISTRICT), child);
        assertEquals(List.of(), district.items());
        assertEquals(1, district.elsewhere());
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> deliverables.toPull(stranger, child));
    }

    private static List<String> told(Message message) {
        return Stream.of(Language.KK, Language.RU, Language.EN)
                .map(language -> TestTexts.ofClassPath().text(language, message))
                .toList();
    }
}
