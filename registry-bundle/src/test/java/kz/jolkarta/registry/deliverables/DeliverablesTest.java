package kz.jolkarta.registry.deliverables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
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
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    DeliverablesTest(TestDatabase database) {
        world = new RecordWorld(database);
        deliverables = new Deliverables(world.ledger);
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
}
