package kz.jolkarta.registry.consents;

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
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.consents.ConsentTemplate.State;
import kz.jolkarta.registry.records.Query;

/** Versions of the texts of consents in the database. */
public final class TemplateStore {
    private static final String COLUMNS =
            "select t.id, t.purpose, t.version_no, t.state, t.published_on, t.content, t.version from consent_template t";

    private TemplateStore() {}

    /** Whether consents of the purpose may be given on the version. */
    public static boolean published(Tx tx, ConsentPurpose purpose, int number) {
        return tx.number(
                        "select count(*) from consent_template where purpose = :purpose and version_no = :number"
                                + " and state = 'PUBLISHED'",
                        Map.of("purpose", purpose, "number", number))
                > 0;
    }

    /** Newest first within each purpose. */
    static List<ConsentTemplate> list(Tx tx, Optional<ConsentPurpose> purpose, Optional<State> state) {
        Query query =
                new Query().and("t.purpose = :purpose", "purpose", purpose).and("t.state = :state", "state", state);
        return tx.list(
                COLUMNS + " where " + query.where() + " order by t.purpose, t.version_no desc",
                query.params(),
                TemplateStore::template);
    }

    static Optional<ConsentTemplate> find(Tx tx, long id) {
        return tx.one(COLUMNS + " where t.id = :id", Map.of("id", id), TemplateStore::template);
    }

    static Optional<ConsentTemplate> published(Tx tx, ConsentPurpose purpose, Optional<Integer> number) {
        Query query = new Query()
                .and("t.state = 'PUBLISHED'")
                .and("t.purpose = :purpose", "purpose", purpose)
                .and("t.version_no = :number", "number", number);
        return tx
                .list(
                        COLUMNS + " where " + query.where() + " order by t.version_no desc fetch first 1 rows only",
                        query.params(),
                        TemplateStore::template)
                .stream()
                .findFirst();
    }

    static int lastNumber(Tx tx, ConsentPurpose purpose) {
        return (int) tx.number(
                "select max(version_no) from consent_template where purpose = :purpose", Map.of("purpose", purpose));
    }

    static Optional<Integer> draft(Tx tx, ConsentPurpose purpose) {
        return tx.one(
                "select version_no from consent_template where purpose = :purpose and state = 'DRAFT'",
                Map.of("purpose", purpose),
                row -> row.integer("version_no"));
    }

    /** @param publishedOn empty for a draft */
    static void insert(
            Tx tx,
            long id,
            ConsentPurpose purpose,
            int number,
            ConsentContent content,
            Optional<LocalDate> publishedOn,
            long by,
            Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("purpose", purpose);
        params.put("number", number);
        params.put("state", publishedOn.isPresent() ? State.PUBLISHED : State.DRAFT);
        params.put("content", json(content));
        params.put("published", publishedOn);
        params.put("by", by);
        params.put("at", at);
        tx.update(
                "insert into consent_template (id, purpose, version_no, state, content, published_on, created_by, created_at)"
                        + " values (:id, :purpose, :number, :state, :content, :published, :by, :at)",
                params);
    }

    static boolean update(Tx tx, long id, int version, ConsentContent content) {
        return tx.update(
                        "update consent_template set content = :content, version = version + 1"
                                + " where id = :id and version = :version and state = 'DRAFT'",
                        Map.of("id", id, "version", version, "content", json(content)))
                == 1;
    }

    static boolean publish(Tx tx, long id, int version, LocalDate on) {
        return tx.update(
                        "update consent_template set state = 'PUBLISHED', published_on = :on, version = version + 1"
                                + " where id = :id and version = :version and state = 'DRAFT'",
                        Map.of("id", id, "version", version, "on", on))
                == 1;
    }

    private static ConsentTemplate template(Row row) {
        return new ConsentTemplate(
                row.number("id"),
                row.value("purpose", ConsentPurpose.class),
                row.integer("version_no"),
                row.value("state", State.class),
                row.optionalDate("published_on").orElse(null),
                content(row.text("content")),
                row.integer("version"));
    }

    private static String json(ConsentContent content) {
        try {
            return Json.mapper().writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ConsentContent content(String json) {
        try {
            return Json.mapper().readValue(json, ConsentContent.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a consent's text is damaged", damaged);
        }
    }
}
