package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;

/** Versions of the form in the database. */
final class FormStore {
    private static final String COLUMNS =
            "select f.id, f.form_no, f.state, f.published_on, f.content, f.version from road_map_form f";

    private FormStore() {}

    /** Newest first. */
    static List<RoadMapForm> list(Tx tx) {
        return tx.list(COLUMNS + " order by f.form_no desc", Map.of(), FormStore::form);
    }

    static Optional<RoadMapForm> find(Tx tx, long id) {
        return tx.one(COLUMNS + " where f.id = :id", Map.of("id", id), FormStore::form);
    }

    /** The one that holds on the day. */
    static Optional<RoadMapForm> newestPublished(Tx tx, LocalDate day) {
        return tx.one(
                COLUMNS + " where f.state = 'PUBLISHED' and f.form_no ="
                        + " (select max(n.form_no) from road_map_form n"
                        + " where n.state = 'PUBLISHED' and (n.published_on is null or n.published_on <= :day))",
                Map.of("day", day),
                FormStore::form);
    }

    static Optional<RoadMapForm> publishedBefore(Tx tx, int number) {
        return tx.one(
                COLUMNS + " where f.form_no = (select max(n.form_no) from road_map_form n"
                        + " where n.state = 'PUBLISHED' and n.form_no < :number)",
                Map.of("number", number),
                FormStore::form);
    }

    /** How many road maps were drawn up with each form, without those of none. */
    static Map<Long, Integer> maps(Tx tx) {
        Map<Long, Integer> maps = new HashMap<>();
        tx.each(
                "select form_id, count(*) maps from road_map group by form_id",
                Map.of(),
                row -> maps.put(row.number("form_id"), row.integer("maps")));
        return maps;
    }

    static int lastNumber(Tx tx) {
        return (int) tx.number("select max(form_no) from road_map_form", Map.of());
    }

    static Optional<Integer> draft(Tx tx) {
        return tx.one(
                "select form_no from road_map_form where state = 'DRAFT'", Map.of(), row -> row.integer("form_no"));
    }

    /** @param publishedOn empty for a draft */
    static void insert(
            Tx tx, long id, int number, FormContent content, Optional<LocalDate> publishedOn, long by, Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("number", number);
        params.put("state", publishedOn.isPresent() ? FormState.PUBLISHED : FormState.DRAFT);
        params.put("content", json(content));
        params.put("published", publishedOn);
        params.put("by", by);
        params.put("at", at);
        tx.update(
                "insert into road_map_form (id, form_no, state, content, published_on, created_by, created_at)"
                        + " values (:id, :number, :state, :content, :published, :by, :at)",
                params);
    }

    static boolean update(Tx tx, long id, int version, FormContent content) {
        return tx.update(
                        "update road_map_form set content = :content, version = version + 1"
                                + " where id = :id and version = :version and state = 'DRAFT'",
                        Map.of("id", id, "version", version, "content", json(content)))
                == 1;
    }

    static boolean publish(Tx tx, long id, int version, LocalDate on) {
        return tx.update(
                        "update road_map_form set state = 'PUBLISHED', published_on = :on, version = version + 1"
                                + " where id = :id and version = :version and state = 'DRAFT'",
                        Map.of("id", id, "version", version, "on", on))
                == 1;
    }

    static boolean delete(Tx tx, long id, int version) {
        return tx.update(
                        "delete from road_map_form where id = :id and version = :version and state = 'DRAFT'",
                        Map.of("id", id, "version", version))
                == 1;
    }

    /** Without its maps, which are counted where they are shown: a draft has none. */
    private static RoadMapForm form(Row row) {
        return new RoadMapForm(
                row.number("id"),
                row.integer("form_no"),
                row.value("state", FormState.class),
                row.optionalDate("published_on").orElse(null),
                content(row.text("content")).sections(),
                0,
                row.integer("version"));
    }

    private static String json(FormContent content) {
        try {
            return Json.mapper().writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static FormContent content(String json) {
        try {
            return Json.mapper().readValue(json, FormContent.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the form of the road map is damaged", damaged);
        }
    }
}
