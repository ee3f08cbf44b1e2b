package kz.jolkarta.registry.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.places.PlaceChoice;
import kz.jolkarta.registry.records.DeclaredFields;
import kz.jolkarta.registry.staff.StaffChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The form of an activity: what every kind has, what its rules demand, and the fields that its measure declares. */
@Component(service = ActivityForms.class)
public final class ActivityForms {
    private static final FormInput FRESH = new FormInput(java.util.Map.of(), java.util.Map.of());

    private final PlaceChoice places;
    private final OrganisationChoice organisations;
    private final StaffChoice staff;

    @Activate
    public ActivityForms(
            @Reference PlaceChoice places, @Reference OrganisationChoice organisations, @Reference StaffChoice staff) {
        this.places = places;
        this.organisations = organisations;
        this.staff = staff;
    }

    /** @param stored what it is now, empty for a new one; @param input as it was sent, empty for a fresh form */
    Form form(
            Caller caller,
            Words words,
            String measure,
            ActivityType type,
            Optional<Activity> stored,
            Optional<FormInput> input) {
        FormInput sent = input.orElse(FRESH);
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden("type", type.code()));
        stored.ifPresent(a -> fields.add(Field.hidden(FormInput.VERSION, a.version())));
        fields.add(Field.text("title", words.text("record.heading.title"))
                .value(stored.map(Activity::title))
                .require());
        fields.addAll(territory(caller)
                .fields(
                        words.text("page.territory"),
                        words.text("page.activities.territory-help"),
                        sent,
                        stored.map(Activity::territory).orElse("")));
        fields.add(Field.date("starts", words.text("record.heading.starts"))
                .value(stored.map(Activity::starts))
                .require());
        fields.add(Field.date("ends", words.text("record.heading.ends"))
                .value(stored.map(Activity::ends))
                .help(words.text("page.activities.ends-help")));
        if (caller.user().has(Right.ORGANISATIONS_READ)) {
            fields.addAll(organisation(caller, type)
                    .fields(
                            words.text("page.activities.organisation"),
                            words.text("page.activities.look-up-help"),
                            sent,
                            number(stored.map(Activity::organisationId))));
            fields.addAll(leader(caller, type)
                    .fields(
                            words.text("record.heading.leader"),
                            words.text("page.activities.look-up-help"),
                            sent,
                            number(stored.map(Activity::leaderId))));
        } else {
            stored.map(Activity::organisationId).ifPresent(o -> fields.add(Field.hidden("organisationId", o)));
            stored.map(Activity::leaderId).ifPresent(l -> fields.add(Field.hidden("leaderId", l)));
        }
        fields.add(Field.text("place", words.text("record.heading.place")).value(stored.map(Activity::place)));
        fields.add(needed(
                Field.number("hours", words.text("record.heading.hours")).value(stored.map(Activity::hours)),
                type.rule(Rule.Certified.class)));
        fields.add(needed(
                Field.number("seats", words.text("record.heading.seats"))
                        .value(stored.map(Activity::seats))
                        .help(words.text("page.activities.seats-help")),
                type.rule(Rule.Seated.class)));
        fields.addAll(declared(measure, type)
                .fields(words, stored.map(Activity::fields).orElse(java.util.Map.of())));
        String href = stored.map(a -> ActivityLook.of(measure, a.id())).orElse(ActivityLook.list(measure));
        String submit = words.text(stored.isPresent() ? "page.activities.save" : "page.activities.create");
        return Form.of(href, submit, fields).cancel(href);
    }

    /** @throws kz.jolkarta.core.Problem INVALID where a search names nothing or too much, or a field does not fit */
    ActivityInput read(Caller caller, String measure, ActivityType type, FormInput input) {
        FormInput chosen = territory(caller).chosen(input);
        if (caller.user().has(Right.ORGANISATIONS_READ)) {
            chosen = leader(caller, type).chosen(organisation(caller, type).chosen(chosen));
        }
        return declared(measure, type).read(chosen, ActivityInput.class);
    }

    /** What the activity is held at, in words. */
    Optional<String> organisation(Caller caller, Activity activity) {
        return Optional.ofNullable(activity.organisationId())
                .filter(id -> caller.user().has(Right.ORGANISATIONS_READ))
                .map(id -> organisations.named(caller, String.valueOf(id)).label());
    }

    static DeclaredFields declared(String measure, ActivityType type) {
        return new DeclaredFields(measure, type.fields());
    }

    private static Field needed(Field field, Optional<? extends Rule> rule) {
        return rule.isPresent() ? field.require() : field;
    }

    private LookUp territory(Caller caller) {
        return places.units(caller.language(), "territory", caller.user().scope(Right.RECORDS_WRITE));
    }

    private LookUp organisation(Caller caller, ActivityType type) {
        Optional<OrganisationKind> only = type.rule(Rule.At.class)
                .filter(at -> at.kinds().size() == 1)
                .map(at -> at.kinds().iterator().next());
        return organisations.of(caller, "organisationId", only);
    }

    private LookUp leader(Caller caller, ActivityType type) {
        return staff.of(caller, "leaderId", type.rule(Rule.LedBy.class).map(Rule.LedBy::position));
    }

    private static String number(Optional<Long> id) {
        return id.map(String::valueOf).orElse("");
    }
}
