package kz.jolkarta.registry.childpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.activities.MarkInput;
import kz.jolkarta.registry.activities.MarkKind;
import kz.jolkarta.registry.activities.Marks;
import kz.jolkarta.registry.attachments.Attachments;
import kz.jolkarta.registry.attachments.Owner;
import kz.jolkarta.registry.childpage.ChildYear.Attended;
import kz.jolkarta.registry.children.Child;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.duplicates.Pairs;
import kz.jolkarta.registry.entitlement.ChildEntitlements;
import kz.jolkarta.registry.proposals.ChildOffers;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.residence.Transfers;
import kz.jolkarta.registry.roadmaps.RoadMap;
import kz.jolkarta.registry.roadmaps.RoadMaps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's page put together across all measures; whoever asks for it has opened the child, which was noted then. */
@Component(service = ChildSheet.class)
public final class ChildSheet {
    private static final int EARLIEST = 2010;

    private final Ledger ledger;
    private final RoadMaps maps;
    private final ChildEntitlements entitlements;
    private final ChildOffers offers;
    private final Pairs pairs;
    private final Attachments attachments;
    private final Transfers transfers;
    private final Marks marks;
    private final Tables texts;

    @Activate
    public ChildSheet(
            @Reference Ledger ledger,
            @Reference RoadMaps maps,
            @Reference ChildEntitlements entitlements,
            @Reference ChildOffers offers,
            @Reference Pairs pairs,
            @Reference Attachments attachments,
            @Reference Transfers transfers,
            @Reference Marks marks,
            @Reference Tables texts) {
        this.ledger = ledger;
        this.maps = maps;
        this.entitlements = entitlements;
        this.offers = offers;
        this.pairs = pairs;
        this.attachments = attachments;
        this.transfers = transfers;
        this.marks = marks;
        this.texts = texts;
    }

    /**
     * What a reader asked for.
     *
     * @param year of the timeline; this year when empty
     * @param number whether to show the whole IIN
     * @param document the form that adds a file, empty for a fresh one
     * @param refusal why an act was not done, "" for nothing
     */
    record Asked(Optional<Integer> year, boolean number, Optional<Form> document, String refusal) {
        static Asked of(Optional<Integer> year) {
            return new Asked(year, false, Optional.empty(), "");
        }
    }

    View view(Caller caller, Words words, Child child, Asked asked) {
        LocalDate today = ledger.clock().today();
        int year = asked.year().orElse(today.getYear());
        if (year < EARLIEST || year > today.getYear()) {
            throw Problem.field("year", "entitlement.year-to-come", String.valueOf(today.getYear()));
        }
        long id = child.id();
        boolean writes = writes(caller, child);
        Optional<RoadMap> map = maps.present(caller.user(), id)
                .map(m -> m.shownTo(caller.user()).in(caller.language(), texts));
        ChildYear records = records(id, year, map);
        LessonBlocks lessons = new LessonBlocks(words, id, today, caller.user().scope(Right.RECORDS_WRITE));
        Optional<PlanBlocks> plan = map.map(m -> new PlanBlocks(words, m, records.attended(), lessons));
        HeadBlocks head = new HeadBlocks(words, child, today);
        YearBlocks ofYear = new YearBlocks(words, ledger.measures(), today, year);
        SideBlocks side = new SideBlocks(words, child, today);
        String number = asked.number() && child.iin() != null ? child.iin() : child.maskedIin();

        List<Block> blocks = new ArrayList<>();
        if (!asked.refusal().isEmpty()) {
            blocks.add(Block.Notice.of(Tone.LATE, asked.refusal()));
        }
        blocks.addAll(head.notices(pairs.ofChild(caller.user(), id), transfers.asked(caller, id), writes));
        blocks.add(head.head(number, plan.map(PlanBlocks::ring)));
        blocks.add(ofYear.chart(records, ChildTabs.page(id, ChildTabs.WHOLE)));
        List<Block> broad = new ArrayList<>();
        broad.add(plan.map(p -> p.card(writes)).orElseGet(() -> noMap(words, id, writes)));
        lessons.card(records.attended(), plan.flatMap(PlanBlocks::running)).ifPresent(broad::add);
        broad.add(ofYear.support(records));
        broad.add(Documents.card(
                words,
                id,
                attachments.list(caller.user(), Owner.of("child:" + id)),
                asked.document().orElseGet(() -> Documents.form(words, id)),
                writes));
        blocks.add(new Block.Column(8, broad));
        List<Block> narrow = new ArrayList<>();
        narrow.add(side.entitled(
                entitlements.beside(caller, id, Optional.empty()).measures(), offers.of(caller, id), writes));
        narrow.add(side.achievements(writes));
        narrow.add(side.consents());
        narrow.add(side.team(writes, phones(caller, side)));
        if (writes) {
            narrow.add(side.acts());
        }
        blocks.add(new Block.Column(4, narrow));
        return View.of(child.fullName(), blocks)
                .up(words.text("child.list"), "/children")
                .tabs(ChildTabs.of(words, caller.user(), id, ChildTabs.WHOLE))
                .actions(actions(caller, words, child, asked, writes));
    }

    /**
     * The representative's word that the child was at the last lesson of which the roll says so.
     *
     * @throws Problem NOT_FOUND for a child out of reach, or without such a lesson
     */
    void confirm(Caller caller, long child, long participation) {
        ledger.database().run(tx -> ledger.requireChild(tx, caller.user(), child));
        LocalDate today = ledger.clock().today();
        Attended attended = records(child, today.getYear(), maps.present(caller.user(), child)).attended().stream()
                .filter(a -> a.id() == participation)
                .findFirst()
                .orElseThrow(Problem::notFound);
        long session = attended.last().orElseThrow(Problem::notFound).session();
        marks.mark(
                caller.user(),
                attended.measure(),
                attended.activity(),
                session,
                new MarkInput(Json.name(MarkKind.REPRESENTATIVE), Set.of(participation)));
    }

    private static List<Action> actions(Caller caller, Words words, Child child, Asked asked, boolean writes) {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.print(words.text("page.child.print")));
        boolean takes = caller.user()
                .scope(Right.CHILDREN_EXPORT)
                .covers(child.territory().code());
        if (child.iin() != null && !asked.number() && (writes || takes)) {
            actions.add(Action.post(words.text("page.child.iin.show"), ChildTabs.page(child.id(), "iin")));
        }
        if (takes) {
            actions.add(Action.go(words.text("page.child.copy"), ChildTabs.page(child.id(), "copy")));
        }
        if (writes) {
            actions.add(Action.primary(words.text("page.child.edit"), ChildTabs.page(child.id(), "edit")));
        }
        return actions;
    }

    private Map<Long, String> phones(Caller caller, SideBlocks side) {
        Scope scope = caller.user().scope(Right.ORGANISATIONS_READ);
        return ledger.database().read(tx -> TeamStore.phones(tx, side.staff(), scope));
    }

    private static boolean writes(Caller caller, Child child) {
        return caller.user()
                .scope(Right.CHILDREN_WRITE)
                .covers(
                        child.territory().code(),
                        child.school() == null ? 0 : child.school().id());
    }

    private static Block noMap(Words words, long child, boolean writes) {
        String none = words.text("page.child.plan.none");
        Block said = writes
                ? Block.Notice.of(
                        Tone.NONE,
                        none,
                        Action.postPrimary(words.text("page.child.plan.draft"), ChildTabs.page(child, "road-map")))
                : Block.Notice.of(Tone.NONE, none);
        return Block.Card.of(words.text("page.child.plan"), said).at("plan");
    }

    /** Of the year of the timeline, and of the school year of the map, whose steps name their records. */
    private ChildYear records(long child, int year, Optional<RoadMap> map) {
        LocalDate from =
                LocalDate.of(map.map(m -> Math.min(year, m.schoolYear())).orElse(year), 1, 1);
        LocalDate to =
                LocalDate.of(map.map(m -> Math.max(year, m.schoolYear() + 1)).orElse(year), 12, 31);
        return ledger.database()
                .read(tx ->
                        ChildYearStore.of(tx, child, from, to, ledger.clock().zone()));
    }
}
