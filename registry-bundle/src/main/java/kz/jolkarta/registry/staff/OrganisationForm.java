package kz.jolkarta.registry.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.organisations.Organisation;
import kz.jolkarta.registry.places.PlaceChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The form of an organisation; its place is looked up by name. */
@Component(service = OrganisationForm.class)
public final class OrganisationForm {
    private static final String PLACE = "territory.code";
    private static final String TYPED = "territory-code-search";
    private static final FormInput NOTHING = FormInput.of(Map.of());

    private final PlaceChoice places;

    @Activate
    public OrganisationForm(@Reference PlaceChoice places) {
        this.places = places;
    }

    private LookUp place(Caller caller) {
        return places.units(caller.language(), PLACE, caller.user().scope(Right.ORGANISATIONS_WRITE));
    }

    Form fresh(Caller caller, Words words) {
        return form(caller, words, NOTHING, Optional.empty());
    }

    Form of(Caller caller, Words words, Organisation found) {
        return form(caller, words, NOTHING, Optional.of(found));
    }

    /** The form as it was sent. */
    Form again(Caller caller, Words words, FormInput input, Optional<Organisation> found, Problem problem) {
        return form(caller, words, input, found).refused(input, atSearch(problem), words);
    }

    /** A missing place is said where it is typed. */
    private static Problem atSearch(Problem problem) {
        if (problem.fields().stream().noneMatch(e -> e.field().equals("territory"))) {
            return problem;
        }
        return Problem.fields(problem.fields().stream()
                .map(e -> e.field().equals("territory") ? new Problem.FieldError(TYPED, e.message()) : e)
                .toList());
    }

    /** @throws Problem INVALID where the place is not clear, or a field does not fit */
    Organisation read(Caller caller, FormInput input) {
        FormInput clear = place(caller).chosen(input);
        return clear.as(Organisation.class, root -> {
            // A box that is not ticked sends nothing, and what is not sent is taken for open.
            root.put("active", clear.flag("active"));
            return root;
        });
    }

    private Form form(Caller caller, Words words, FormInput input, Optional<Organisation> found) {
        List<Field> fields = new ArrayList<>();
        found.ifPresent(o -> fields.add(Field.hidden(FormInput.VERSION, o.version())));
        fields.add(Field.choice(
                        "kind",
                        words.text("page.organisations.kind"),
                        words.options(OrganisationKind.class, "page.organisations.kind."))
                .value(found.map(Organisation::kind))
                .require());
        fields.add(Field.text("name", words.text("page.organisations.name"))
                .value(found.map(Organisation::name))
                .require());
        fields.addAll(place(caller)
                .fields(
                        words.text("page.organisations.place"),
                        words.text("page.organisations.place.help"),
                        input,
                        found.map(o -> o.territory().code()).orElse("")));
        fields.add(Field.text("address", words.text("page.organisations.address"))
                .value(found.map(Organisation::address)));
        fields.add(Field.text("bin", words.text("page.organisations.bin")).value(found.map(Organisation::bin)));
        fields.add(Field.text("director", words.text("page.organisations.director"))
                .value(found.map(Organisation::director)));
        fields.add(Field.number("capacity", words.text("page.organisations.capacity"))
                .value(found.map(Organisation::capacity)));
        fields.add(Field.flag("smallSchool", words.text("page.organisations.small"))
                .value(found.map(Organisation::smallSchool)));
        fields.add(Field.flag("resourceSchool", words.text("page.organisations.resource"))
                .value(found.map(Organisation::resourceSchool)));
        fields.add(Field.date("openedOn", words.text("page.organisations.opened"))
                .value(found.map(Organisation::openedOn)));
        fields.add(Field.date("closedOn", words.text("page.organisations.closed-on"))
                .value(found.map(Organisation::closedOn)));
        fields.add(
                Field.text("ground", words.text("page.organisations.ground")).value(found.map(Organisation::ground)));
        fields.add(Field.flag("active", words.text("page.organisations.works"))
                .value(found.map(Organisation::active).orElse(true)));
        String place = found.map(o -> OrganisationPages.LIST + "/" + o.id()).orElse(OrganisationPages.LIST);
        return Form.of(place, words.text("page.organisations.save"), fields).cancel(place);
    }
}
