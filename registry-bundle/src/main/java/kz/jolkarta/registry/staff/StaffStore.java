package kz.jolkarta.registry.staff;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** The table of staff. */
final class StaffStore {
    /** @param organisation its name; @param territory its KATO code */
    record Kept(StaffMember member, String nameKey, String organisation, String territory) {}

    private static final String SELECT =
            "select s.id, s.organisation_id, s.surname, s.given_name, s.patronymic, s.name_key, s.position, s.valid_from,"
                    + " s.valid_to, s.phone, s.version, o.name organisation, o.territory from staff s join organisation o on o.id = s.organisation_id";

    private StaffStore() {}

    static Optional<Kept> find(Tx tx, long id, Scope scope) {
        return tx.one(
                SELECT + " where s.id = :id and " + scope.condition("o.territory"), Map.of("id", id), StaffStore::kept);
    }

    static List<Kept> list(Tx tx, Query query, boolean down, Paging page) {
        query.after(page, "s.name_key", "s.id", down);
        String order = down ? "s.name_key desc, s.id desc" : "s.name_key, s.id";
        return tx.list(
                SELECT + " where " + query.where() + " order by " + order + page.fetch(),
                query.params(),
                StaffStore::kept);
    }

    static void insert(Tx tx, long id, long organisation, StaffMember member, Instant now) {
        Map<String, Object> params = params(id, member);
        params.put("organisation", organisation);
        params.put("now", now);
        tx.update(
                "insert into staff (id, organisation_id, surname, given_name, patronymic, name_key, position, valid_from,"
                        + " valid_to, phone, created_at) values (:id, :organisation, :surname, :given, :patronymic, :key,"
                        + " :position, :from, :to, :phone, :now)",
                params);
    }

    /** @return whether the row was still of that version */
    static boolean update(Tx tx, long id, int version, StaffMember member) {
        Map<String, Object> params = params(id, member);
        params.put("version", version);
        return tx.update(
                        "update staff set surname = :surname, given_name = :given, patronymic = :patronymic,"
                                + " name_key = :key, position = :position, valid_from = :from, valid_to = :to, phone = :phone,"
                                + " version = version + 1 where id = :id and version = :version",
                        params)
                == 1;
    }

    private static Kept kept(Row row) {
        StaffMember member = new StaffMember(
                row.number("id"),
                row.number("organisation_id"),
                row.text("surname"),
                row.text("given_name"),
                row.optionalText("patronymic").orElse(null),
                row.value("position", Position.class),
                row.date("valid_from"),
                row.optionalDate("valid_to").orElse(null),
                row.optionalText("phone").orElse(null),
                row.integer("version"));
        return new Kept(member, row.text("name_key"), row.text("organisation"), row.text("territory"));
    }

    private static Map<String, Object> params(long id, StaffMember member) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("surname", member.surname());
        params.put("given", member.givenName());
        params.put("patronymic", member.patronymic());
        params.put("key", member.key());
        params.put("position", member.position());
        params.put("from", member.validFrom());
        params.put("to", member.validTo());
        params.put("phone", member.phone());
        return params;
    }
}
