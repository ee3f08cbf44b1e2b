package kz.jolkarta.registry.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Position;

/** The form of a member of staff. */
final class StaffFields {
    private StaffFields() {}

    static Form form(String action, Words words, Optional<StaffMember> member) {
        List<Field> fields = new ArrayList<>();
        member.ifPresent(m -> fields.add(Field.hidden(FormInput.VERSION, m.version())));
        fields.add(Field.text("surname", words.text("page.staff.surname"))
                .require()
                .value(member.map(StaffMember::surname)));
        fields.add(Field.text("givenName", words.text("page.staff.given-name"))
                .require()
                .value(member.map(StaffMember::givenName)));
        fields.add(Field.text("patronymic", words.text("page.staff.patronymic"))
                .value(member.map(StaffMember::patronymic)));
        fields.add(Field.choice(
                        "position",
                        words.text("page.staff.position"),
                        words.options(Position.class, "page.staff.position."))
                .value(member.map(StaffMember::position))
                .require());
        fields.add(Field.text("phone", words.text("page.staff.phone"))
                .help(words.text("page.staff.phone.help"))
                .value(member.map(StaffMember::phone).map(Phone::shown)));
        fields.add(Field.date("validFrom", words.text("page.staff.first-day"))
                .require()
                .value(member.map(StaffMember::validFrom)));
        fields.add(Field.date("validTo", words.text("page.staff.last-day")).value(member.map(StaffMember::validTo)));
        return Form.of(action, words.text("page.organisations.save"), fields);
    }
}
