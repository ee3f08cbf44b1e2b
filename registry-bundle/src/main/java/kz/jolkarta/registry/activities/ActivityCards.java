package kz.jolkarta.registry.activities;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.attachments.Owner;
import kz.jolkarta.registry.attachments.RecordFiles;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of one activity: what it is, what can be done with it, who takes part, its files. */
@Component(service = ActivityCards.class)
public final class ActivityCards {
    private final Participants participants;
    private final Marks marks;
    private final ActivityForms forms;
    private final RecordFiles files;
    private final TerritoryChoice territories;

    @Activate
    public ActivityCards(
            @Reference Participants participants,
            @Reference Marks marks,
            @Reference ActivityForms forms,
            @Reference RecordFiles files,
            @Reference TerritoryChoice territories) {
        this.participants = participants;
        this.marks = marks;
        this.forms = forms;
        this.files = files;
        this.territories = territories;
    }

    /** @param sent marks the form that was sent, when one was refused */
    View view(
            Caller caller,
            Words words,
            Installed measure,
            Activity activity,
            Address address,
            UnaryOperator<Form> sent) {
        String here = ActivityLook.of(measure.code(), activity.id());
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(caller, words, measure, activity));
        boolean writes = caller.user().scope(Right.RECORDS_WRITE).covers(activity.territory());
        if (writes && !ActivityState.MOVES.after(activity.state()).isEmpty()) {
            blocks.add(moves(words, here, activity, sent));
        }
        blocks.add(new ActivityParticipants(participants, territories, words)
                .card(caller, activity, new Address(here, address.parameters()), writes));
        Owner owner = new Owner(Owner.Kind.ACTIVITY, activity.id());
        blocks.add(files.card(caller, words, owner, here + "/files", writes, sent));
        View view = frame(words, activity, here, blocks);
        boolean open = writes && !ActivityState.MOVES.after(activity.state()).isEmpty();
        return open
                ? view.actions(
                        Action.go(words.text("page.activities.edit"), here + "/edit")
                                .icon("edit"),
                        Action.primary(words.text("page.activities.add"), here + "/participants/new")
                                .icon("user-plus"))
                : view;
    }

    /** The parts of an activity, one of which is shown. */
    static View frame(Words words, Activity activity, String here, List<Block> blocks) {
        String base = ActivityLook.of(activity.measure(), activity.id());
        List<View.Tab> tabs = Stream.of("", "/sessions", "/unconfirmed", "/allocation")
                .map(part -> View.Tab.of(
                        words.text("page.activities.tab." + (part.isEmpty() ? "activity" : part.substring(1))),
                        base + part,
                        here.equals(base + part)))
                .toList();
        return View.of(activity.title(), blocks)
                .lead(ActivityLook.type(words, activity.measure(), activity.type()) + " · "
                        + ActivityLook.days(words, activity))
                .up(words.text("page.activities.title"), ActivityLook.list(activity.measure()))
                .tabs(tabs);
    }

    private Block facts(Caller caller, Words words, Installed measure, Activity activity) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(
                words.text("record.heading.state"), Cell.badge(ActivityLook.state(words, activity.state()))));
        add(facts, words, "record.heading.reason", activity.reason());
        add(facts, words, "page.territory", territories.name(words, activity.territory()));
        add(
                facts,
                words,
                "page.activities.organisation",
                forms.organisation(caller, activity).orElse(null));
        add(facts, words, "record.heading.place", activity.place());
        add(facts, words, "record.heading.leader", activity.leader());
        add(facts, words, "page.activities.days", ActivityLook.days(words, activity));
        add(facts, words, "record.heading.hours", activity.hours() == null ? null : words.number(activity.hours()));
        add(facts, words, "record.heading.seats-taken", ActivityLook.seats(words, activity));
        measure.activity(activity.type())
                .ifPresent(type -> facts.addAll(
                        ActivityForms.declared(measure.code(), type).facts(words, activity.fields())));
        return Block.Card.of(words.text("page.activities.what"), new Block.Facts(facts))
                .wide(8);
    }

    private static void add(List<Block.Fact> facts, Words words, String key, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Block.Fact.of(words.text(key), value));
        }
    }

    private static Block moves(Words words, String here, Activity activity, UnaryOperator<Form> sent) {
        List<Block> acts = new ArrayList<>();
        for (ActivityState to :
                ActivityState.MOVES.after(activity.state()).stream().sorted().toList()) {
            String code = Json.name(to);
            List<Field> fields = new ArrayList<>(
                    List.of(Field.hidden("state", code), Field.hidden(FormInput.VERSION, activity.version())));
            String act = words.text("page.activities.move." + code);
            if (to == ActivityState.CANCELLED) {
                fields.add(Field.lines("reason", words.text("record.heading.reason"))
                        .require());
                Form form = sent.apply(Form.of(here + "/state", act, fields).takesAway());
                acts.add(new Block.Disclosure(
                        "",
                        words.text("page.activities.cancel"),
                        "",
                        List.of(),
                        !form.problem().isEmpty(),
                        List.of(form)));
            } else {
                acts.add(new Block.Paragraph(words.text("page.activities.move-hint." + code)));
                acts.add(sent.apply(Form.of(here + "/state", act, fields)));
            }
        }
        return Block.Card.of(words.text("page.activities.next"), acts).wide(4).mark();
    }

    View unconfirmed(Caller caller, Words words, Activity activity, UriInfo asked) {
        Address address = Address.of(asked);
        String base = ActivityLook.of(activity.measure(), activity.id());
        Page<Unconfirmed> page = marks.unconfirmed(
                caller.user(),
                activity.measure(),
                activity.id(),
                Params.paging(address.value("limit"), address.value("after")));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.of(words.text("page.activities.session"))),
                        page.items().stream()
                                .map(u -> Table.Line.of(
                                        Cell.of(
                                                u.name() == null
                                                        ? words.text(
                                                                "page.activities.unnamed",
                                                                String.valueOf(u.participationId()))
                                                        : u.name()),
                                        Cell.of(territories.name(words, u.territory())),
                                        Cell.link(
                                                words.date(u.heldOn()),
                                                u.topic() == null ? "" : u.topic(),
                                                base + "/sessions/" + u.sessionId())))
                                .toList())
                .caption(words.text("page.activities.tab.unconfirmed"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api" + base + "/unconfirmed"))
                .empty(words.text("page.activities.all-confirmed"));
        return frame(
                words,
                activity,
                base + "/unconfirmed",
                List.of(new Block.Paragraph(words.text("page.activities.unconfirmed-lead")), table));
    }
}
