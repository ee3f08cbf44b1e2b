package kz.jolkarta.registry.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Words;

/** People of organisations as lists. */
final class StaffTable {
    private StaffTable() {}

    /** Of any organisations. */
    static Table of(List<StaffStore.Kept> all, Words words, Address address) {
        return Table.of(
                        List.of(
                                address.usually("name")
                                        .sortable(Table.Column.of(words.text("record.heading.name")), "name"),
                                Table.Column.of(words.text("page.staff.position")),
                                Table.Column.of(words.text("page.staff.phone")),
                                Table.Column.of(words.text("page.staff.organisation")),
                                Table.Column.of(words.text("record.heading.from")),
                                Table.Column.of(words.text("record.heading.to"))),
                        all.stream()
                                .map(k -> {
                                    List<Cell> cells = new ArrayList<>(cells(k.member(), words));
                                    cells.add(
                                            3,
                                            Cell.link(
                                                    k.organisation(),
                                                    OrganisationPages.LIST + "/"
                                                            + k.member().organisationId()));
                                    return Table.Line.of(cells);
                                })
                                .toList())
                .caption(words.text("page.staff.title"))
                .empty(
                        words.text("page.staff.none-found"),
                        Action.link(words.text("page.list.reset"), StaffPages.LIST),
                        Action.link(words.text("page.organisations.title"), OrganisationPages.LIST));
    }

    /** Of one organisation. */
    static Table of(List<StaffMember> members, Words words) {
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.staff.position")),
                                Table.Column.of(words.text("page.staff.phone")),
                                Table.Column.of(words.text("record.heading.from")),
                                Table.Column.of(words.text("record.heading.to"))),
                        members.stream()
                                .map(m -> Table.Line.of(cells(m, words)))
                                .toList())
                .caption(words.text("page.staff.title"))
                .empty(words.text("page.staff.none"));
    }

    private static List<Cell> cells(StaffMember member, Words words) {
        return List.of(
                Cell.link(name(member), StaffPages.LIST + "/" + member.id()),
                Cell.of(position(member, words)),
                phone(member, words),
                Cell.of(member.validFrom() == null ? "" : words.date(member.validFrom())),
                Cell.of(member.validTo() == null ? "" : words.date(member.validTo())));
    }

    static Cell phone(StaffMember member, Words words) {
        return member.phone() == null ? Cell.of("") : call(member, words);
    }

    private static Cell call(StaffMember member, Words words) {
        Action call = Action.call(words.text("page.child.call", name(member)), member.phone());
        return new Cell(Phone.shown(member.phone()), "", "", false, List.of(), Optional.of(call));
    }

    static String name(StaffMember member) {
        return Stream.of(member.surname(), member.givenName(), member.patronymic())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
    }

    static String position(StaffMember member, Words words) {
        return words.text("page.staff.position." + Json.name(member.position()));
    }

    /** Coordinators of a cabinet, the newest first. */
    static Table appointments(List<Appointment> all, Words words) {
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.appointments.order")),
                                Table.Column.of(words.text("record.heading.from")),
                                Table.Column.of(words.text("record.heading.to"))),
                        all.stream()
                                .map(a -> Table.Line.of(
                                        Cell.link(a.name(), StaffPages.LIST + "/" + a.staffId()),
                                        Cell.of(a.orderNumber(), words.date(a.orderDate())),
                                        Cell.of(words.date(a.from())),
                                        Cell.of(
                                                a.to() == null
                                                        ? words.text("page.appointments.now")
                                                        : words.date(a.to()))))
                                .toList())
                .caption(words.text("page.appointments.title"))
                .empty(words.text("page.appointments.none"));
    }
}
