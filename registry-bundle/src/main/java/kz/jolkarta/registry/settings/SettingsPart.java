package kz.jolkarta.registry.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.indices.IndexStore;
import kz.jolkarta.registry.indices.Indices;
import kz.jolkarta.registry.roadmaps.FormState;
import kz.jolkarta.registry.roadmaps.Forms;
import kz.jolkarta.registry.roadmaps.RoadMapForm;
import kz.jolkarta.registry.tasks.OfficeDay;
import kz.jolkarta.registry.tasks.OfficeDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the registry keeps for the whole country, on the page of settings: the calendar, the monthly index, the road map's form. */
@Component(service = PagePart.class)
public final class SettingsPart implements PagePart {
    private static final int CHANGES = 3;
    private static final int SHOWN = 5;

    private final OfficeDays days;
    private final Indices indices;
    private final Forms forms;
    private final SettingHistory history;
    private final Wording wording;
    private final OfficeClock clock;

    @Activate
    public SettingsPart(
            @Reference OfficeDays days,
            @Reference Indices indices,
            @Reference Forms forms,
            @Reference SettingHistory history,
            @Reference Wording wording,
            @Reference OfficeClock clock) {
        this.days = days;
        this.indices = indices;
        this.forms = forms;
        this.history = history;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Block> blocks(Caller caller, String subject) {
        User user = caller.user();
        if (!user.has(Right.RECORDS_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        return List.of(
                card(user, words, "calendar", "/office-days", "office-day", calendar(user, words)),
                card(user, words, "index", "/indices", "index", index(words)),
                card(user, words, "form", "/road-map-forms", "road-map-form", form(user, words)));
    }

    private Block card(User user, Words words, String name, String href, String kind, List<Block.Fact> facts) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Facts(facts)));
        history.of(user, words, kind, CHANGES).ifPresent(blocks::add);
        return Block.Card.of(words.text("page.settings." + name), blocks)
                .wide(4)
                .actions(Action.link(words.text("page.settings.open"), href));
    }

    private List<Block.Fact> calendar(User user, Words words) {
        LocalDate today = clock.today();
        List<OfficeDay> all = days.of(user, today.getYear());
        List<Block.Fact> facts = new ArrayList<>(List.of(
                Block.Fact.of(words.text("page.settings.calendar.week"), words.text("page.settings.calendar.week-is")),
                Block.Fact.of(
                        words.text("page.settings.calendar.days", String.valueOf(today.getYear())),
                        words.number(all.size()))));
        all.stream()
                .filter(d -> !d.day().isBefore(today))
                .findFirst()
                .ifPresent(d -> facts.add(Block.Fact.of(
                        words.text("page.settings.calendar.next"),
                        words.text(
                                d.working() ? "page.settings.calendar.working" : "page.settings.calendar.off",
                                words.date(d.day())))));
        return facts;
    }

    private List<Block.Fact> index(Words words) {
        return indices.list(IndexStore.MRP).stream()
                .limit(SHOWN)
                .map(v -> Block.Fact.of(
                        words.text("page.settings.index.from", words.date(v.from())), words.money(v.amount())))
                .toList();
    }

    private List<Block.Fact> form(User user, Words words) {
        List<RoadMapForm> all = forms.list(user);
        LocalDate today = clock.today();
        List<Block.Fact> facts = new ArrayList<>();
        all.stream()
                .filter(f -> f.state() == FormState.DRAFT
                        || f.publishedOn() != null && f.publishedOn().isAfter(today))
                .forEach(f -> facts.add(Block.Fact.of(
                        words.text("page.roadmap-form.name", String.valueOf(f.number())),
                        f.state() == FormState.DRAFT
                                ? words.text("page.roadmap-form.state.draft")
                                : words.text("page.roadmap-form.state.coming", words.date(f.publishedOn())))));
        all.stream()
                .filter(f -> f.state() == FormState.PUBLISHED
                        && (f.publishedOn() == null || !f.publishedOn().isAfter(today)))
                .findFirst()
                .ifPresent(f -> facts.add(Block.Fact.of(
                        words.text("page.roadmap-form.name", String.valueOf(f.number())),
                        words.text(
                                "page.settings.form.holds",
                                words.number(f.sections().size()),
                                words.number(f.maps())))));
        return facts;
    }
}
