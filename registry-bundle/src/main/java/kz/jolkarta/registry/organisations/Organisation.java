package kz.jolkarta.registry.organisations;

import java.time.LocalDate;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.children.ChildRules;
import kz.jolkarta.registry.children.Iin;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Checks;

/**
 * An organisation in JSON, both ways; what may be null is left out. Id and version are given by the registry.
 *
 * @param name up to 300 characters
 * @param bin business identification number of 12 digits
 * @param territory where it stands
 * @param smallSchool a small school (шағын жинақты мектеп)
 * @param resourceSchool a resource school (тірек мектебі)
 * @param active false once it is closed
 * @param director full name, up to 300 characters
 * @param closedOn the last day it was open
 * @param capacity places
 * @param ground the document by which it was created, up to 300 characters
 */
public record Organisation(
        Long id,
        OrganisationKind kind,
        String name,
        String bin,
        Place territory,
        String address,
        Boolean smallSchool,
        Boolean resourceSchool,
        Boolean active,
        String director,
        LocalDate openedOn,
        LocalDate closedOn,
        Integer capacity,
        String ground,
        Integer version) {
    private static final int MOST_PLACES = 100_000;

    public Organisation {
        name = plain(name);
        bin = plain(bin);
        address = plain(address);
        smallSchool = Boolean.TRUE.equals(smallSchool);
        resourceSchool = Boolean.TRUE.equals(resourceSchool);
        active = active == null || active;
        director = plain(director);
        ground = plain(ground);
    }

    /** What a person may change of it. */
    public record Data(
            OrganisationKind kind,
            String name,
            String bin,
            String territory,
            String address,
            boolean smallSchool,
            boolean resourceSchool,
            boolean active,
            String director,
            LocalDate openedOn,
            LocalDate closedOn,
            Integer capacity,
            String ground) {}

    Data data() {
        return new Data(
                kind,
                name,
                bin,
                code(),
                address,
                smallSchool,
                resourceSchool,
                active,
                director,
                openedOn,
                closedOn,
                capacity,
                ground);
    }

    /** Code of the territory; "" when it was not given. */
    String code() {
        return territory == null || territory.code() == null ? "" : territory.code();
    }

    String nameKey() {
        return key(name);
    }

    /** The key under which an organisation's name is found in any spelling. */
    public static String key(String name) {
        String key = NameKey.of(name);
        return key.length() > 300 ? key.substring(0, 300) : key;
    }

    void check(Gazetteer gazetteer) {
        Checks checks = new Checks();
        checks.required("kind", kind);
        checks.required("name", name);
        checks.text("name", name, 300);
        checks.text("address", address, 300);
        checks.required("territory", code());
        if (!code().isEmpty()) {
            checks.that(gazetteer.find(code()).isPresent(), "territory", "record.territory-unknown");
        }
        if (bin != null) {
            checks.add("bin", Iin.binFault(bin));
        }
        if (name != null) {
            checks.that(!nameKey().isEmpty(), "name", "record.text");
        }
        boolean school = kind == OrganisationKind.SCHOOL;
        checks.that(school || !smallSchool, "smallSchool", "organisation.schools-only");
        checks.that(school || !resourceSchool, "resourceSchool", "organisation.schools-only");
        checks.text("director", director, 300);
        checks.text("ground", ground, 300);
        checks.range("capacity", capacity, 0, MOST_PLACES);
        if (openedOn != null) {
            checks.range("openedOn", openedOn.getYear(), 1900, 2100);
            checks.add("closedOn", ChildRules.span(openedOn, closedOn));
        }
        checks.done();
    }

    /** The same with another place, e.g. one that has its names. */
    Organisation at(Place place) {
        return new Organisation(
                id,
                kind,
                name,
                bin,
                place,
                address,
                smallSchool,
                resourceSchool,
                active,
                director,
                openedOn,
                closedOn,
                capacity,
                ground,
                version);
    }

    private static String plain(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
