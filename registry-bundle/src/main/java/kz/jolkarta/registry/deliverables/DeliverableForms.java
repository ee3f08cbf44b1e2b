package kz.jolkarta.registry.deliverables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.places.PlaceChoice;
import kz.jolkarta.registry.records.DeclaredFields;
import kz.jolkarta.registry.staff.StaffChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The form of a deliverable; the children it shows are chosen on a page of their own and go along unchanged. */
@Component(service = DeliverableForms.class)
public final class DeliverableForms {
    private static final FormInput FRESH = new FormInput(Map.of(), Map.of());

    private final PlaceChoice places;
    private final StaffChoice staff;

    @Activate
    public DeliverableForms(@Reference PlaceChoice places, @Reference StaffChoice staff) {
        this.places = places;
        this.staff = staff;
    }

    static List<Field.Option> languages(Words words) {
        return Stream.of("kk", "ru", "en")
                .map(l -> new Field.Option(l, words.text("page.deliverables.language." + l)))
                .toList();
    }

    /** @param stored what it is now, empty for a new one; @param input as it was sent, empty for a fresh form */
    Form form(
            Caller caller,
            Words words,
            String measure,
            DeliverableType type,
            Optional<Deliverable> stored,
            Optional<FormInput> input) {
        FormInput sent = input.orElse(FRESH);
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden("type", type.code()));
        stored.ifPresent(d -> {
            fields.add(Field.hidden(FormInput.VERSION, d.version()));
            fields.add(Field.hidden("childIds[]", "")
                    .values(d.childIds().stream().map(String::valueOf).toList()));
        });
        fields.add(Field.text("title", words.text("record.heading.title"))
                .value(stored.map(Deliverable::title))
                .require());
        fields.addAll(territory(caller)
                .fields(
                        words.text("page.territory"),
                        words.text("page.activities.territory-help"),
                        sent,
                        stored.map(Deliverable::territory).orElse("")));
        fields.add(Field.number("year", words.text("record.heading.year")).value(stored.map(Deliverable::year)));
        if (caller.user().has(Right.ORGANISATIONS_READ)) {
            String help = type.rule(Rule.Coached.class).isPresent()
                    ? "page.deliverables.author-coached"
                    : "page.activities.look-up-help";
            fields.addAll(author(caller)
                    .fields(
                            words.text("page.deliverables.author"),
                            words.text(help),
                            sent,
                            stored.map(Deliverable::authorId)
                                    .map(String::valueOf)
                                    .orElse("")));
        } else {
            stored.map(Deliverable::authorId).ifPresent(a -> fields.add(Field.hidden("authorId", a)));
        }
        fields.add(Field.choice("language", words.text("record.heading.language"), languages(words))
                .value(stored.map(Deliverable::language)));
        fields.add(Field.text("channel", words.text("record.heading.channel")).value(stored.map(Deliverable::channel)));
        fields.add(Field.text("link", words.text("record.heading.link")).value(stored.map(Deliverable::link)));
        fields.add(Field.number("reach", words.text("record.heading.reach")).value(stored.map(Deliverable::reach)));
        fields.add(Field.money("amount", words.text("record.heading.amount")).value(stored.map(Deliverable::amount)));
        fields.add(Field.choice(
                        "source",
                        words.text("record.heading.source"),
                        words.options(FundingSource.class, "page.source."))
                .value(stored.map(Deliverable::source)));
        fields.addAll(new DeclaredFields(measure, type.fields())
                .fields(words, stored.map(Deliverable::fields).orElse(Map.of())));
        String href = stored.map(d -> DeliverableLook.of(measure, d.id())).orElse(DeliverableLook.list(measure));
        String submit = words.text(stored.isPresent() ? "page.activities.save" : "page.deliverables.create");
        return Form.of(href, submit, fields).cancel(href);
    }

    /** @throws kz.jolkarta.core.Problem INVALID where a search names nothing or too much, or a field does not fit */
    DeliverableInput read(Caller caller, String measure, DeliverableType type, FormInput input) {
        FormInput chosen = territory(caller).chosen(input);
        if (caller.user().has(Right.ORGANISATIONS_READ)) {
            chosen = author(caller).chosen(chosen);
        }
        return new DeclaredFields(measure, type.fields()).read(plain(chosen), DeliverableInput.class);
    }

    /** Numbers as people write them: with blanks between thousands and a comma before the decimals. */
    private static FormInput plain(FormInput input) {
        Map<String, List<String>> values = new LinkedHashMap<>(input.values());
        for (String number : List.of("amount", "reach")) {
            values.computeIfPresent(
                    number,
                    (name, typed) -> typed.stream().map(FormInput::digits).toList());
        }
        return new FormInput(values, input.files());
    }

    private LookUp territory(Caller caller) {
        return places.units(caller.language(), "territory", caller.user().scope(Right.RECORDS_WRITE));
    }

    private LookUp author(Caller caller) {
        return staff.of(caller, "authorId", Optional.empty());
    }

    Optional<String> author(Caller caller, Deliverable found) {
        return Optional.ofNullable(found.authorId())
                .filter(id -> caller.user().has(Right.ORGANISATIONS_READ))
                .map(id -> staff.named(caller, String.valueOf(id)).label());
    }
}
