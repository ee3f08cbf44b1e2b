package kz.jolkarta.registry.deliverables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.attachments.Attachments;
import kz.jolkarta.registry.attachments.Owner;
import kz.jolkarta.registry.attachments.RecordFiles;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.PlaceChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.residence.Residences;
import kz.jolkarta.registry.staff.Staff;
import kz.jolkarta.registry.staff.StaffChoice;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class DeliverablePagesTest {
    private static final String CODE = "information-support";

    private final RecordWorld world;
    private final PageWorld pages;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private final Deliverables deliverables;
    private final Attachments attachments;
    private final DeliverablePages shown;
    private final DeliverableFilePages files;
    private final ShownChildrenPages children;

    DeliverablePagesTest(TestDatabase database) {
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        deliverables = new Deliverables(world.ledger);
        attachments = new Attachments(world.ledger);
        Gazetteer gazetteer = new Gazetteer(database);
        TerritoryChoice territories = new TerritoryChoice(gazetteer, world.clock);
        Organisations organisations = new Organisations(database, world.audit(), world.clock, gazetteer);
        DeliverableForms forms = new DeliverableForms(
                new PlaceChoice(gazetteer, world.clock),
                new StaffChoice(new Staff(database, world.audit(), world.clock, organisations)));
        RecordFiles recordFiles = new RecordFiles(attachments);
        DeliverableCards cards = new DeliverableCards(deliverables, forms, recordFiles, territories);
        shown = new DeliverablePages(
                world.ledger.measures(),
                deliverables,
                new DeliverableSteps(world.ledger, deliverables),
                forms,
                new DeliverableList(deliverables, territories),
                cards);
        files = new DeliverableFilePages(world.ledger.measures(), deliverables, cards, recordFiles);
        children = new ShownChildrenPages(
                world.ledger.measures(),
                deliverables,
                new Children(
                        database,
                        world.audit(),
                        world.clock,
                        gazetteer,
                        TestTexts.ofClassPath(),
                        new Residences(world.ledger, new Quotas(world.ledger)),
                        new NothingMissed()));
    }

    private Response create(String... fields) {
        return shown.create(PageWorld.reader(coordinator), pages.words, CODE, PageWorld.form(fields));
    }

    private Deliverable made(String type) {
        String path = create("type", type, "title", "Ауыл дарындары", "territory", RecordWorld.REGION)
                .getLocation()
                .getPath();
        return deliverables.get(coordinator, CODE, Long.parseLong(path.replaceFirst(".*/", "")));
    }

    private String page(User user, Deliverable one) {
        return shown.open(PageWorld.reader(user), pages.words, CODE, one.id()).toString();
    }

    @Test
    void aFormTakesMoneyAsPeopleWriteItAndTheListShowsIt() {
        Response made = create(
                "type", "order",
                "title", "Бұйрық",
                "territory", RecordWorld.REGION,
                "language", "kk",
                "amount", "450 000,50",
                "source", "off-budget");
        assertEquals(303, made.getStatus());
        long id = Long.parseLong(made.getLocation().getPath().replaceFirst(".*/", ""));
        assertEquals(
                new BigDecimal("450000.50"),
                deliverables.get(coordinator, CODE, id).amount());
        String list = shown.list(
                        PageWorld.reader(coordinator), pages.words, PageWorld.address("measures/x/deliverables"), CODE)
                .toString();
        assertTrue(list.contains("href=/measures/information-support/deliverables/" + id), list);
        assertTrue(list.contains("/api/measures/information-support/deliverables.xlsx"), list);
    }

    @Test
    void aWrongFormKeepsWhatWasTypedWithTheErrorAtItsField() {
        Response again =
                create("type", "order", "title", "Бұйрық", "territory", RecordWorld.REGION, "link", "ftp://example.kz");
        assertEquals(400, again.getStatus());
        String form = again.getEntity().toString();
        int link = form.indexOf("name=link,");
        String field = form.substring(link, form.indexOf("name=reach,", link));
        assertTrue(field.contains("values=[ftp://example.kz]"), field);
        assertFalse(field.contains("error=]"), field);
    }

    @Test
    void aDraftGoesToReviewAndIsAdoptedByNamedActs() {
        Deliverable order = made("order");
        assertTrue(page(coordinator, order).contains("submit=Send for review"), page(coordinator, order));
        for (String state : List.of("review", "adopted")) {
            Response moved = shown.move(
                    PageWorld.reader(coordinator), pages.words, CODE, order.id(), PageWorld.form("state", state));
            assertEquals(303, moved.getStatus());
        }
        assertEquals(
                DeliverableState.ADOPTED,
                deliverables.get(coordinator, CODE, order.id()).state());
    }

    @Test
    void stepsAreRecordedInTheirOrder() {
        Deliverable amendment = made("amendment");
        Response wrong = reach(amendment, "draft", "2027-01-01");
        assertEquals(400, wrong.getStatus());
        assertTrue(wrong.getEntity().toString().contains("error=A step of a day to come"), wrong.toString());
        assertEquals(303, reach(amendment, "draft", "2026-03-01").getStatus());
        String after = page(coordinator, amendment);
        assertTrue(after.contains("values=[discussion]"), after);
        assertTrue(after.contains("1 Mar 2026"), after);
    }

    private Response reach(Deliverable one, String step, String day) {
        return shown.reach(
                PageWorld.reader(coordinator),
                pages.words,
                CODE,
                one.id(),
                PageWorld.form("step", step, "reachedOn", day));
    }

    @Test
    void aChildWithoutAConsentIsNamedAndNotShown() {
        Deliverable video = made("video");
        long child = world.child(RecordWorld.VILLAGE);
        Response refused = children.add(
                PageWorld.reader(coordinator), pages.words, CODE, video.id(), PageWorld.chosen("x", "x", child));
        assertEquals(409, refused.getStatus());
        assertTrue(
                refused.getEntity().toString().contains("text=Сынақов Әлихан"),
                refused.getEntity().toString());

        world.consent(child, RecordWorld.TODAY.minusMonths(1));
        Response added = children.add(
                PageWorld.reader(coordinator), pages.words, CODE, video.id(), PageWorld.chosen("x", "x", child));
        assertEquals(303, added.getStatus());
        assertTrue(page(coordinator, video).contains("href=/children/" + child), page(coordinator, video));
        children.remove(
                PageWorld.reader(coordinator), pages.words, CODE, video.id(), PageWorld.chosen("x", "x", child));
        assertEquals(0, deliverables.get(coordinator, CODE, video.id()).childrenShown());
    }

    @Test
    void aMaterialIsToBePulledOnceTheConsentIsWithdrawn() {
        Deliverable video = made("video");
        long child = world.child(RecordWorld.VILLAGE);
        long consent = world.consent(child, RecordWorld.TODAY.minusMonths(1));
        children.add(PageWorld.reader(coordinator), pages.words, CODE, video.id(), PageWorld.chosen("x", "x", child));
        for (String state : List.of("review", "adopted")) {
            shown.move(PageWorld.reader(coordinator), pages.words, CODE, video.id(), PageWorld.form("state", state));
        }
        assertFalse(toPull().contains("/deliverables/" + video.id() + ","));
        world.withdraw(consent, RecordWorld.TODAY);
        assertTrue(toPull().contains("/deliverables/" + video.id() + ","), toPull());
    }

    private String toPull() {
        return shown.toPull(PageWorld.reader(coordinator), pages.words, PageWorld.address("x"), CODE)
                .toString();
    }

    private Response upload(Deliverable one, String name) {
        FormInput.Upload file =
                new FormInput.Upload(name, new ByteArrayInputStream("Мәтін".getBytes(StandardCharsets.UTF_8)));
        FormInput input = new FormInput(Map.of("kind", List.of("other")), Map.of("file", file));
        return files.add(PageWorld.reader(coordinator), pages.words, CODE, one.id(), input);
    }

    @Test
    void aFileIsAddedAndRemovedAfterBeingAskedOnceMore() {
        Deliverable order = made("order");
        assertEquals(303, upload(order, "order.txt").getStatus());
        long file = attachments
                .list(coordinator, new Owner(Owner.Kind.DELIVERABLE, order.id()))
                .get(0)
                .id();
        assertTrue(page(coordinator, order).contains("href=/api/attachments/" + file), page(coordinator, order));
        String asked = files.removal(PageWorld.reader(coordinator), pages.words, CODE, order.id(), file)
                .toString();
        assertTrue(asked.contains("danger=true") && asked.contains("order.txt"), asked);
        Problem foreign = assertThrows(
                Problem.class,
                () -> files.remove(
                        PageWorld.reader(coordinator), CODE, made("order").id(), file));
        assertEquals(Problem.Kind.NOT_FOUND, foreign.kind());
        files.remove(PageWorld.reader(coordinator), CODE, order.id(), file);
        assertFalse(page(coordinator, order).contains("/api/attachments/" + file));
    }

    @Test
    void aFileOfAKindThatIsNotTakenIsRefusedAtItsField() {
        Response refused = upload(made("order"), "order.exe");
        assertEquals(400, refused.getStatus());
        assertTrue(
                refused.getEntity().toString().contains("error=A PDF, PNG"),
                refused.getEntity().toString());
    }

    @Test
    void whoOnlyReadsIsOfferedNoActAndWhoWorksElsewhereNothing() {
        Deliverable order = made("order");
        String read = page(RecordWorld.user(5, RecordWorld.REGION, Role.APPROVER), order);
        assertFalse(read.contains("Form["), read);
        User elsewhere = RecordWorld.coordinator("610000000");
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> page(elsewhere, order)).kind());
    }

    @Test
    void theMeasuresPageCountsByState() {
        made("order");
        DeliverablePart part = new DeliverablePart(world.ledger.measures(), deliverables, language -> pages.words);
        String card = part.blocks(PageWorld.reader(coordinator), CODE).toString();
        assertTrue(card.contains("/measures/information-support/deliverables?state=draft"), card);
        assertTrue(part.blocks(PageWorld.reader(coordinator), "technoparks").isEmpty());
    }
}
