package kz.jolkarta.registry.deliverables;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Field.Option;
import kz.jolkarta.core.pages.LookUp;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Materials of all measures to choose from in a form, found by a part of their titles. */
@Component(service = DeliverableChoice.class)
public final class DeliverableChoice {
    private final Deliverables deliverables;

    @Activate
    public DeliverableChoice(@Reference Deliverables deliverables) {
        this.deliverables = deliverables;
    }

    /** @param name of the field; its value is the material's number */
    public LookUp of(Caller caller, String name) {
        return new LookUp(
                name,
                typed -> options(deliverables.titled(caller.user(), Optional.empty(), typed, LookUp.MOST + 1)),
                id -> Optional.of(named(caller, id)));
    }

    /** One out of reach is called by the number alone. */
    private Option named(Caller caller, String id) {
        List<Option> found = id.matches("\\d{1,18}")
                ? options(deliverables.titled(caller.user(), Optional.of(Long.valueOf(id)), "", 1))
                : List.of();
        return found.isEmpty() ? new Option(id, id) : found.get(0);
    }

    private static List<Option> options(List<Deliverables.Titled> found) {
        return found.stream()
                .map(t -> new Option(String.valueOf(t.id()), t.title() + " · " + t.year()))
                .toList();
    }
}
