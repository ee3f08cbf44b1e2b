package kz.jolkarta.registry.children;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.places.PlaceChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The fields of a child's own data, and what they send as a {@link Child}. */
@Component(service = ChildForm.class)
public final class ChildForm {
    private static final String TERRITORY = "territory";
    private static final String SCHOOL = "schoolId";

    private final PlaceChoice places;
    private final OrganisationChoice organisations;

    @Activate
    public ChildForm(@Reference PlaceChoice places, @Reference OrganisationChoice organisations) {
        this.places = places;
        this.organisations = organisations;
    }

    private LookUp place(Caller caller) {
        return places.settlements(caller.language(), TERRITORY, caller.user().scope(Right.CHILDREN_WRITE));
    }

    private Optional<LookUp> school(Caller caller) {
        return caller.user().has(Right.ORGANISATIONS_READ)
                ? Optional.of(organisations.of(caller, SCHOOL, Optional.of(OrganisationKind.SCHOOL)))
                : Optional.empty();
    }

    /** Empty fields. @param input as it was sent, empty for a fresh form */
    List<Field> fields(Caller caller, Words words, FormInput input) {
        return fields(caller, words, input, Optional.empty());
    }

    /** Fields with what is kept of a child. */
    List<Field> fields(Caller caller, Words words, FormInput input, Child child) {
        return fields(caller, words, input, Optional.of(child));
    }

    private List<Field> fields(Caller caller, Words words, FormInput input, Optional<Child> child) {
        Optional<ChildData> data = child.map(Child::data);
        List<Field> fields = new ArrayList<>();
        fields.add(Field.heading(words.text("page.children.form.person")));
        fields.add(Field.text("surname", words.text("import.column.surname")).value(data.map(ChildData::surname)));
        fields.add(Field.text("givenName", words.text("import.column.given-name"))
                .require()
                .value(data.map(ChildData::givenName)));
        fields.add(Field.text("patronymic", words.text("import.column.patronymic"))
                .value(data.map(ChildData::patronymic)));
        fields.add(Field.date("birthDate", words.text("import.column.birth-date"))
                .require()
                .value(data.map(ChildData::birthDate)));
        fields.add(Field.radio("sex", words.text("import.column.sex"), words.options(Sex.class, "child.word.sex."))
                .require()
                .value(data.map(ChildData::sex)));
        fields.add(Field.text("iin", words.text("import.column.iin"))
                .help(words.text("page.children.form.iin-help"))
                .value(data.map(ChildData::iin)));
        fields.add(Field.text("documentKind", words.text("import.column.document-kind"))
                .value(data.map(ChildData::documentKind)));
        fields.add(Field.text("documentNumber", words.text("import.column.document-number"))
                .value(data.map(ChildData::documentNumber)));
        fields.add(Field.text("noIinReason", words.text("import.column.no-iin-reason"))
                .value(data.map(ChildData::noIinReason)));
        fields.add(Field.heading(words.text("page.children.form.place")));
        fields.addAll(place(caller)
                .fields(
                        words.text("import.column.settlement"),
                        words.text("page.children.form.settlement-help"),
                        input,
                        data.map(ChildData::territory).orElse("")));
        fields.add(Field.text("address", words.text("import.column.address")).value(data.map(ChildData::address)));
        fields.add(Field.heading(words.text("page.children.form.school")));
        school(caller)
                .ifPresentOrElse(
                        lookUp -> fields.addAll(lookUp.fields(
                                words.text("record.heading.school"),
                                words.text("page.children.form.school-help"),
                                input,
                                data.map(ChildData::schoolId)
                                        .map(String::valueOf)
                                        .orElse(""))),
                        () -> data.map(ChildData::schoolId).ifPresent(id -> fields.add(Field.hidden(SCHOOL, id))));
        fields.add(Field.choice("grade", words.text("import.column.grade"), ChildFilterFields.grades())
                .value(data.map(ChildData::grade)));
        fields.add(Field.text("gradeLetter", words.text("import.column.grade-letter"))
                .value(data.map(ChildData::gradeLetter)));
        fields.add(Field.choice("language", words.text("import.column.language"), ChildFilterFields.languages(words))
                .value(data.map(ChildData::language)));
        return fields;
    }

    /**
     * What was sent, with the settlement and the school that are meant.
     *
     * @throws kz.jolkarta.core.Problem INVALID at a search that finds none or several, or at a field that does not fit
     */
    Child child(Caller caller, FormInput input) {
        FormInput placed = place(caller).chosen(input);
        FormInput whole = school(caller).map(lookUp -> lookUp.chosen(placed)).orElse(placed);
        return whole.as(Child.class, json -> {
            whole.number(SCHOOL).ifPresent(id -> json.put("school", id));
            return json;
        });
    }
}
