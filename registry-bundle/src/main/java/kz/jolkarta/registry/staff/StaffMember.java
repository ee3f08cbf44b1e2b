package kz.jolkarta.registry.staff;

import java.time.LocalDate;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.children.ChildRules;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.records.Checks;

/**
 * A member of an organisation's staff in JSON, both ways; what may be null is left out. Id, organisation and version are given by the
 * registry.
 *
 * @param validFrom the first day at the organisation
 * @param validTo the last one
 * @param phone where the member is called at work, plus and digits
 */
public record StaffMember(
        Long id,
        Long organisationId,
        String surname,
        String givenName,
        String patronymic,
        Position position,
        LocalDate validFrom,
        LocalDate validTo,
        String phone,
        Integer version) {
    public StaffMember {
        surname = plain(surname);
        givenName = plain(givenName);
        patronymic = plain(patronymic);
        phone = plain(phone) == null ? null : Phone.plain(phone);
    }

    /** What a person may change of it. */
    public record Data(
            String surname,
            String givenName,
            String patronymic,
            Position position,
            LocalDate validFrom,
            LocalDate validTo,
            String phone) {}

    Data data() {
        return new Data(surname, givenName, patronymic, position, validFrom, validTo, phone);
    }

    void check() {
        Checks checks = new Checks();
        checks.required("surname", surname);
        checks.required("givenName", givenName);
        checks.required("position", position);
        checks.required("validFrom", validFrom);
        name(checks, "surname", surname);
        name(checks, "givenName", givenName);
        name(checks, "patronymic", patronymic);
        if (validFrom != null) {
            checks.range("validFrom", validFrom.getYear(), 1950, 2100);
            checks.add("validTo", ChildRules.span(validFrom, validTo));
        }
        checks.that(phone == null || Phone.valid(phone), "phone", "staff.phone");
        checks.done();
    }

    String key() {
        String key = NameKey.of(surname, givenName, patronymic == null ? "" : patronymic);
        return key.length() > 300 ? key.substring(0, 300) : key;
    }

    private static void name(Checks checks, String field, String name) {
        if (name != null) {
            checks.add(field, ChildRules.name(name));
        }
    }

    private static String plain(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
