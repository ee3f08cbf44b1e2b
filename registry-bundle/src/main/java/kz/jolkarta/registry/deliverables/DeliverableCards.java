package kz.jolkarta.registry.deliverables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.attachments.Owner;
import kz.jolkarta.registry.attachments.RecordFiles;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.DeclaredFields;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of one deliverable: what it is, how far it is, whom it shows, its files. */
@Component(service = DeliverableCards.class)
public final class DeliverableCards {
    private final Deliverables deliverables;
    private final DeliverableForms forms;
    private final RecordFiles files;
    private final TerritoryChoice territories;

    @Activate
    public DeliverableCards(
            @Reference Deliverables deliverables,
            @Reference DeliverableForms forms,
            @Reference RecordFiles files,
            @Reference TerritoryChoice territories) {
        this.deliverables = deliverables;
        this.forms = forms;
        this.files = files;
        this.territories = territories;
    }

    /** @param sent marks the form that was sent, when one was refused */
    View view(Caller caller, Words words, Installed measure, Deliverable found, UnaryOperator<Form> sent) {
        String here = DeliverableLook.of(measure.code(), found.id());
        Optional<DeliverableType> type = measure.deliverable(found.type());
        boolean writes = caller.user().scope(Right.RECORDS_WRITE).covers(found.territory());
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(caller, words, measure, found, type));
        List<String> steps = type.map(DeliverableType::steps).orElse(List.of());
        if (!steps.isEmpty()) {
            blocks.add(steps(words, found, steps, writes, sent));
        } else if (writes && !DeliverableState.MOVES.after(found.state()).isEmpty()) {
            blocks.add(moves(words, here, found, sent));
        }
        if (type.filter(DeliverableType::showsChildren).isPresent()) {
            blocks.add(children(caller, words, here, found, writes));
        }
        Owner owner = new Owner(Owner.Kind.DELIVERABLE, found.id());
        blocks.add(files.card(caller, words, owner, here + "/files", writes, sent));
        View view = View.of(found.title(), blocks)
                .lead(DeliverableLook.type(words, measure.code(), found.type()) + " · " + found.year())
                .up(words.text("page.deliverables.title"), DeliverableLook.list(measure.code()));
        return writes && type.isPresent()
                ? view.actions(Action.go(words.text("page.deliverables.edit"), here + "/edit")
                        .icon("edit"))
                : view;
    }

    private Block facts(
            Caller caller, Words words, Installed measure, Deliverable found, Optional<DeliverableType> type) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(
                words.text("record.heading.state"), Cell.badge(DeliverableLook.state(words, found.state()))));
        add(facts, words, "page.territory", territories.name(words, found.territory()));
        add(facts, words, "record.heading.adopted-on", found.adoptedOn() == null ? "" : words.date(found.adoptedOn()));
        add(
                facts,
                words,
                "page.deliverables.author",
                forms.author(caller, found).orElse(""));
        add(
                facts,
                words,
                "record.heading.language",
                found.language() == null ? "" : words.text("page.deliverables.language." + found.language()));
        add(facts, words, "record.heading.channel", found.channel());
        add(facts, words, "record.heading.link", found.link());
        add(facts, words, "record.heading.reach", found.reach() == null ? "" : words.number(found.reach()));
        add(facts, words, "page.deliverables.amount", found.amount() == null ? "" : words.money(found.amount()));
        add(
                facts,
                words,
                "record.heading.source",
                found.source() == null ? "" : words.text("page.source." + Json.name(found.source())));
        type.ifPresent(t -> facts.addAll(new DeclaredFields(measure.code(), t.fields()).facts(words, found.fields())));
        return Block.Card.of(words.text("page.deliverables.what"), new Block.Facts(facts))
                .wide(8);
    }

    private static void add(List<Block.Fact> facts, Words words, String key, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Block.Fact.of(words.text(key), value));
        }
    }

    private static Block moves(Words words, String here, Deliverable found, UnaryOperator<Form> sent) {
        List<Block> acts = new ArrayList<>();
        for (DeliverableState to : DeliverableState.MOVES.after(found.state()).stream()
                .sorted(java.util.Comparator.reverseOrder())
                .toList()) {
            acts.add(sent.apply(Form.of(
                    here + "/state",
                    words.text("page.deliverables.move." + Json.name(to)),
                    List.of(Field.hidden("state", Json.name(to)), Field.hidden(FormInput.VERSION, found.version())))));
        }
        return Block.Card.of(words.text("page.activities.next"), acts).wide(4).mark();
    }

    private static Block steps(
            Words words, Deliverable found, List<String> declared, boolean writes, UnaryOperator<Form> sent) {
        Map<String, ReachedStep> reached = found.steps().stream().collect(Collectors.toMap(ReachedStep::step, s -> s));
        Optional<String> next =
                declared.stream().filter(s -> !reached.containsKey(s)).findFirst();
        List<Block.Step> steps = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            String code = declared.get(i);
            ReachedStep step = reached.get(code);
            boolean current = next.filter(code::equals).isPresent();
            String document = step == null || step.document() == null ? "" : " · " + step.document();
            steps.add(new Block.Step(
                    step != null ? Tone.OK : current ? Tone.RUN : Tone.NONE,
                    String.valueOf(i + 1),
                    DeliverableLook.step(words, found.measure(), code),
                    step == null ? "" : words.date(step.reachedOn()) + document,
                    List.of(),
                    List.of(),
                    current && writes ? List.of(sent.apply(reach(words, found, code))) : List.of()));
        }
        return Block.Card.of(
                        words.text("record.heading.steps"),
                        new Block.Plan(List.of(new Block.Goal(found.title(), steps, List.of())), ""))
                .wide(4);
    }

    private static Form reach(Words words, Deliverable found, String step) {
        return Form.of(
                DeliverableLook.of(found.measure(), found.id()) + "/steps",
                words.text("page.deliverables.reach"),
                List.of(
                        Field.hidden("step", step),
                        Field.hidden(FormInput.VERSION, found.version()),
                        Field.date("reachedOn", words.text("page.deliverables.reached-on"))
                                .help(words.text("page.deliverables.today-help")),
                        Field.text("document", words.text("page.deliverables.document"))));
    }

    private Block children(Caller caller, Words words, String here, Deliverable found, boolean writes) {
        Map<Long, String> names = deliverables.childNames(caller.user(), found.childIds());
        List<Table.Line> lines = found.childIds().stream()
                .map(c -> Table.Line.of(
                        c,
                        List.of(
                                names.containsKey(c)
                                        ? Cell.link(names.get(c), "/children/" + c)
                                        : Cell.of(words.text("page.activities.unnamed", String.valueOf(c))))))
                .toList();
        Table table = Table.of(List.of(Table.Column.of(words.text("record.heading.name"))), lines)
                .caption(words.text("record.heading.children-shown"))
                .empty(words.text("page.deliverables.shows-nobody"));
        if (writes) {
            table = table.bulk(
                    List.of(), Action.danger(words.text("page.deliverables.take-out"), here + "/children/removed"));
        }
        int unseen = found.childrenShown() - found.childIds().size();
        List<Block> blocks = new ArrayList<>(List.of(table));
        if (unseen > 0) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.deliverables.unseen", words.number(unseen))));
        }
        Block.Card card = Block.Card.of(words.text("record.heading.children-shown"), blocks)
                .at("children");
        return writes
                ? card.actions(Action.go(words.text("page.deliverables.add-children"), here + "/children/new")
                        .icon("user-plus"))
                : card;
    }
}
