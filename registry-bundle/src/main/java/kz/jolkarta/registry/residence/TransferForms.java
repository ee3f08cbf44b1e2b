package kz.jolkarta.registry.residence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.places.PlaceChoice;

/** The forms of a move that two sides agree on. */
final class TransferForms {
    static final FormInput EMPTY = new FormInput(Map.of(), Map.of());
    private static final String SCHOOL = "schoolId";
    private static final String TERRITORY = "territory";

    private final PlaceChoice places;
    private final OrganisationChoice organisations;

    TransferForms(PlaceChoice places, OrganisationChoice organisations) {
        this.places = places;
        this.organisations = organisations;
    }

    /** Settlements that the caller may take children into. */
    private LookUp place(Caller caller) {
        return places.settlements(caller.language(), TERRITORY, caller.user().scope(Right.CHILDREN_WRITE));
    }

    private LookUp school(Caller caller) {
        return organisations.of(caller, SCHOOL, Optional.of(OrganisationKind.SCHOOL));
    }

    /** What was sent, with the place and the school that were meant. */
    <T> T chosen(Caller caller, FormInput input, Class<T> type) {
        FormInput whole = school(caller).chosen(place(caller).chosen(input));
        return whole.as(type, json -> {
            whole.number(SCHOOL).ifPresent(id -> json.put("school", id));
            return json;
        });
    }

    Form asking(Caller caller, Words words, FormInput input) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("iin", words.text("import.column.iin"))
                .require()
                .help(words.text("page.transfers.iin-help")));
        fields.addAll(place(caller)
                .fields(words.text("import.column.settlement"), words.text("page.child.look-up"), input, ""));
        fields.addAll(there(caller, words, input, null, null));
        fields.add(Field.date("onDay", words.text("page.child.move.day")).require());
        fields.add(Field.lines("reason", words.text("copy.column.reason")).require());
        return Form.of(TransferPages.LIST + "/new", words.text("page.transfers.ask-submit"), fields)
                .cancel(TransferPages.LIST);
    }

    private List<Field> there(Caller caller, Words words, FormInput input, Long school, Integer grade) {
        List<Field> fields = new ArrayList<>(school(caller)
                .fields(
                        words.text("record.heading.school"),
                        words.text("page.child.look-up"),
                        input,
                        school == null ? "" : String.valueOf(school)));
        fields.add(Field.number("grade", words.text("record.heading.grade")).value(grade));
        fields.add(Field.text("gradeLetter", words.text("copy.column.grade-letter")));
        fields.add(Field.text("address", words.text("copy.column.address")));
        return fields;
    }

    /** The receiving side knows the school and the address better than the one that asked; the other side has nothing to add. */
    Form accepting(Caller caller, Words words, Transfer transfer, FormInput input) {
        List<Field> fields = new ArrayList<>();
        boolean receives = transfer.asking() == Transfer.Side.SENDER;
        if (receives) {
            fields.addAll(there(caller, words, input, transfer.schoolId(), transfer.grade()));
        } else {
            fields.add(Field.shown(
                    words.text("page.transfers.hand-over"), transfer.to().name()));
        }
        return answering(
                transfer,
                words.text(receives ? "page.transfers.accept-submit" : "page.transfers.hand-over-submit"),
                true,
                fields);
    }

    Form refusing(Words words, Transfer transfer) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.lines("reason", words.text("page.transfers.refusal")).require());
        return answering(transfer, words.text("page.transfers.refuse-submit"), false, fields)
                .takesAway();
    }

    private static Form answering(Transfer transfer, String submit, boolean accept, List<Field> fields) {
        fields.add(Field.hidden("accept", accept));
        fields.add(Field.hidden(FormInput.VERSION, transfer.version()));
        return Form.of(TransferPages.LIST + "/" + transfer.id() + "/answer", submit, fields);
    }
}
