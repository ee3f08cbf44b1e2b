package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.ChildRow;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.staff.Staff;
import kz.jolkarta.registry.staff.StaffMember;

/** The search before a proposal: a child or a member of staff by name, one to be proposed or several at once. */
final class NomineeSearch {
    private final Children children;
    private final Staff staff;

    NomineeSearch(Children children, Staff staff) {
        this.children = children;
        this.staff = staff;
    }

    View view(Caller caller, AwardWords look, AwardType type, Address address) {
        Words words = look.words();
        boolean toStaff = type.audience() == Audience.STAFF;
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text(toStaff ? "page.awards.find-staff" : "page.awards.find-child")),
                Field.choice("type", words.text("record.heading.type"), look.kinds())));
        String here = look.list() + "/new";
        List<Block> blocks = new ArrayList<>();
        blocks.add(Filters.of(
                here, words.text("page.awards.find"), Action.link(words.text("page.list.reset"), here), fields));
        if (address.value("q").isEmpty()) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.awards.find-first")));
        } else {
            blocks.add(toStaff ? staff(caller, look, type, address) : children(caller, look, type, address));
        }
        return View.of(words.text("page.awards.new", look.kind(type.code())), blocks)
                .lead(look.measureName())
                .up(words.text("page.awards.title"), look.list());
    }

    private Table children(Caller caller, AwardWords look, AwardType type, Address address) {
        Words words = look.words();
        Page<ChildRow> found = children.list(
                caller,
                ChildQuery.named(Params.text("q", address.value("q")).orElse("")),
                Params.paging(address.value("limit"), address.value("after")));
        List<Table.Line> lines = found.items().stream()
                .map(c -> Table.Line.of(
                        c.id(),
                        List.of(
                                Cell.link(
                                        name(c.surname(), c.givenName(), c.patronymic()),
                                        Optional.ofNullable(c.iin()).orElse(""),
                                        form(look, type, "child", c.id())),
                                Cell.of(words.date(c.birthDate())),
                                Cell.of(c.territory().name()),
                                Cell.of(c.school() == null ? "" : c.school().name(), grade(c)))))
                .toList();
        return table(
                look,
                type,
                address,
                found.next(),
                lines,
                "record.heading.name",
                "record.heading.birth-date",
                "page.territory",
                "record.heading.school");
    }

    private Table staff(Caller caller, AwardWords look, AwardType type, Address address) {
        Words words = look.words();
        Page<StaffMember> found = staff.list(
                caller.user(),
                Optional.empty(),
                Optional.empty(),
                Params.text("q", address.value("q")).orElse(""),
                Params.paging(address.value("limit"), address.value("after")));
        List<Table.Line> lines = found.items().stream()
                .map(s -> Table.Line.of(
                        s.id(),
                        List.of(
                                Cell.link(
                                        name(s.surname(), s.givenName(), s.patronymic()),
                                        form(look, type, "staff", s.id())),
                                Cell.of(words.date(s.validFrom())),
                                Cell.of(words.text("position." + Moves.code(s.position()))))))
                .toList();
        return table(
                look,
                type,
                address,
                found.next(),
                lines,
                "record.heading.name",
                "record.heading.from",
                "page.awards.position");
    }

    private Table table(
            AwardWords look, AwardType type, Address address, String next, List<Table.Line> lines, String... headings) {
        Words words = look.words();
        Action many = Action.postPrimary(words.text("page.awards.propose-chosen"), look.list() + "/new/many")
                .with("type", type.code());
        return Table.of(
                        Stream.of(headings)
                                .map(key -> Table.Column.of(words.text(key)))
                                .toList(),
                        lines)
                .caption(words.text("page.awards.found"))
                .pages(address.previous(), address.next(next))
                .bulk(new AwardForm(look, type).forMany(), many)
                .empty(words.text("page.awards.found-none"));
    }

    private static String form(AwardWords look, AwardType type, String who, long id) {
        return look.list() + "/new?type=" + type.code() + "&" + who + "=" + id;
    }

    private static String name(String surname, String given, String patronymic) {
        return Person.name(surname, given, patronymic == null ? "" : patronymic);
    }

    private static String grade(ChildRow child) {
        return child.grade() == null
                ? ""
                : child.grade() + Optional.ofNullable(child.gradeLetter()).orElse("");
    }
}
