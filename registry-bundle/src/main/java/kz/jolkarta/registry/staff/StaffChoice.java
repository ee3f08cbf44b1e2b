package kz.jolkarta.registry.staff;

import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Field.Option;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Members of staff to choose from in a form, found by the beginning of their names. */
@Component(service = StaffChoice.class)
public final class StaffChoice {
    private final Staff staff;

    @Activate
    public StaffChoice(@Reference Staff staff) {
        this.staff = staff;
    }

    /** @param name of the field; its value is the number of the member of staff; @param position empty for any */
    public LookUp of(Caller caller, String name, Optional<Position> position) {
        return new LookUp(
                name,
                typed -> staff
                        .list(caller.user(), Optional.empty(), position, typed, new Paging(LookUp.MOST + 1, ""))
                        .items()
                        .stream()
                        .map(StaffChoice::option)
                        .toList(),
                id -> Optional.of(named(caller, id)));
    }

    /** A member of staff by the number; one out of reach is called by the number alone. */
    public Option named(Caller caller, String id) {
        try {
            return option(staff.get(caller.user(), Long.parseLong(id)));
        } catch (NumberFormatException | Problem unknown) {
            return new Option(id, id);
        }
    }

    private static Option option(StaffMember found) {
        return new Option(
                String.valueOf(found.id()),
                Person.name(found.surname(), found.givenName(), found.patronymic() == null ? "" : found.patronymic()));
    }
}
