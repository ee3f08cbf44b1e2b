package kz.jolkarta.registry.childpage;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.childpage.ChildYear.Attended;
import kz.jolkarta.registry.childpage.ChildYear.Given;
import kz.jolkarta.registry.childpage.ChildYear.Lesson;
import kz.jolkarta.registry.childpage.ChildYear.Shown;
import kz.jolkarta.registry.records.Money;

/** One child's records of all measures in a span of time, a query for each kind. */
final class ChildYearStore {
    private static final String ATTENDED =
            "select p.id, p.activity_id, a.measure, a.type, a.title, a.territory, a.starts, a.ends, p.state, a.state activity_state,"
                    + " (select count(*) from activity_session s where s.activity_id = a.id) sessions,"
                    + " (select count(*) from presence r where r.participation_id = p.id and r.present = true) present,"
                    + " (select count(distinct m.session_id) from presence_mark m where m.participation_id = p.id) confirmed"
                    + " from participation p join activity a on a.id = p.activity_id"
                    + " where p.child_id = :child and a.starts <= :last and a.ends >= :first order by a.starts, p.id";

    private static final String LESSONS =
            "select p.id, s.id session, s.held_on, r.present, (select count(*) from presence_mark m"
                    + " where m.session_id = s.id and m.participation_id = p.id) marks"
                    + " from participation p join presence r on r.participation_id = p.id"
                    + " join activity_session s on s.id = r.session_id"
                    + " where p.child_id = :child and s.held_on between :first and :last order by s.held_on, s.id";

    private static final String PAID =
            " from payment y where y.award_id = a.id and y.paid_on between :first and :last)";

    private static final String GIVEN =
            "select a.id, a.measure, a.type, a.state, a.created_at, a.date_from, a.date_to, (select count(*)" + PAID
                    + " payments, (select coalesce(sum(y.amount), 0)" + PAID
                    + " paid from award a where a.child_id = :child and (a.award_year between :year and :until"
                    + " or exists (select 1" + PAID + ") order by a.id";

    private static final String SHOWN = "select d.id, d.measure, d.type, d.title, d.adopted_on from deliverable_child k"
            + " join deliverable d on d.id = k.deliverable_id"
            + " where k.child_id = :child and d.deliverable_year between :year and :until order by d.id";

    private ChildYearStore() {}

    static ChildYear of(Tx tx, long child, LocalDate first, LocalDate last, ZoneId zone) {
        Map<String, Object> span = Map.of("child", child, "first", first, "last", last);
        Map<String, Object> years = Map.of("child", child, "year", first.getYear(), "until", last.getYear());
        Map<String, Object> both =
                Map.of("child", child, "first", first, "last", last, "year", first.getYear(), "until", last.getYear());
        List<Given> given = tx.list(GIVEN, both, row -> given(row, zone));
        Map<Long, Lesson> lessons = new HashMap<>();
        tx.each(LESSONS, span, row -> lessons.put(row.number("id"), lesson(row)));
        return new ChildYear(
                tx.list(ATTENDED, span, row -> attended(row, Optional.ofNullable(lessons.get(row.number("id"))))),
                given,
                tx.list(SHOWN, years, ChildYearStore::shown));
    }

    private static Lesson lesson(Row row) {
        return new Lesson(row.number("session"), row.date("held_on"), row.flag("present"), row.number("marks") > 0);
    }

    private static Attended attended(Row row, Optional<Lesson> last) {
        return new Attended(
                row.number("id"),
                row.number("activity_id"),
                row.text("measure"),
                row.text("type"),
                row.text("title"),
                row.text("territory"),
                row.date("starts"),
                row.date("ends"),
                row.text("state").toLowerCase(java.util.Locale.ROOT),
                row.text("activity_state").equals("CANCELLED"),
                row.integer("sessions"),
                row.integer("present"),
                row.integer("confirmed"),
                last);
    }

    private static Given given(Row row, ZoneId zone) {
        return new Given(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.text("state").toLowerCase(java.util.Locale.ROOT),
                row.instant("created_at").atZone(zone).toLocalDate(),
                row.optionalDate("date_from"),
                row.optionalDate("date_to"),
                row.integer("payments"),
                Money.tenge(row.number("paid")));
    }

    static Shown shown(Row row) {
        return new Shown(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.text("title"),
                row.optionalDate("adopted_on"));
    }
}
