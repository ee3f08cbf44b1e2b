package kz.jolkarta.registry.organisations;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Field.Option;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Organisations to choose from in a form, found by words of their names. */
@Component(service = OrganisationChoice.class)
public final class OrganisationChoice {
    private final Organisations organisations;

    @Activate
    public OrganisationChoice(@Reference Organisations organisations) {
        this.organisations = organisations;
    }

    /** @param name of the field; its value is the organisation's number; @param kind empty for any; closed ones are not offered */
    public LookUp of(Caller caller, String name, Optional<OrganisationKind> kind) {
        return new LookUp(
                name,
                typed -> organisations
                        .list(
                                caller,
                                OrganisationFilter.open(kind, Optional.empty(), typed),
                                new Paging(LookUp.MOST + 1, ""))
                        .items()
                        .stream()
                        .map(OrganisationChoice::option)
                        .toList(),
                id -> Optional.of(named(caller, id)));
    }

    /** The schools that are open below a unit, by name; of very many only the first. @param territory KATO code, "" for all within reach */
    public List<Option> schools(Caller caller, String territory) {
        return organisations
                .list(
                        caller,
                        OrganisationFilter.open(
                                Optional.of(OrganisationKind.SCHOOL),
                                Optional.of(territory).filter(code -> !code.isEmpty()),
                                ""),
                        new Paging(Page.MAX_LIMIT, ""))
                .items()
                .stream()
                .map(OrganisationChoice::option)
                .toList();
    }

    /** An organisation by its number; one out of reach is called by the number alone. */
    public Option named(Caller caller, String id) {
        try {
            return option(organisations.get(caller, Long.parseLong(id)));
        } catch (NumberFormatException | Problem unknown) {
            return new Option(id, id);
        }
    }

    private static Option option(Organisation found) {
        return new Option(String.valueOf(found.id()), called(found));
    }

    /** By its name and place, since many schools are called alike. */
    static String called(Organisation found) {
        String place = found.territory().district() == null
                ? found.territory().name()
                : found.territory().district();
        return place == null ? found.name() : found.name() + " · " + place;
    }
}
