package kz.jolkarta.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.i18n.Message;

/**
 * A failure the user can mend: its kind, a message in every language, the fields it concerns. Shown as
 * {@code application/problem+json} (RFC 9457) or beside the form's fields; anything else that is thrown is a bug.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, with the HTTP status (RFC 9110) it is answered with. */
    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        /** The record is part of another one now. */
        GONE(410),
        STALE(412),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        PRECONDITION_REQUIRED(428),
        TOO_MANY_REQUESTS(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One wrong field of the input; {@code field} is its JSON name or the column's heading. */
    public record FieldError(String field, Message message) {}

    private final transient Kind kind;
    private final transient Message message;
    private final transient List<FieldError> fields;
    private final transient Map<String, Object> details;
    private final transient Optional<Refused> refused;

    /**
     * What somebody was kept from. It goes to the audit trail and never to the caller, who is not told that the record exists.
     *
     * @param kind as in the trail: {@code child}, {@code road-map} …, or {@code endpoint}
     * @param id the record's, 0 when it is not one record
     * @param territory KATO code, "" when it has none
     * @param detail what was wanting, never a personal value
     */
    public record Refused(String kind, long id, String territory, String detail) {}

    private Problem(
            Kind kind,
            Message message,
            List<FieldError> fields,
            Map<String, Object> details,
            Optional<Refused> refused) {
        super(kind + " " + message.key());
        this.kind = kind;
        this.message = message;
        this.fields = List.copyOf(fields);
        this.details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
        this.refused = refused;
    }

    public static Problem of(Kind kind, String key, Object... args) {
        return new Problem(kind, Message.of(key, args), List.of(), Map.of(), Optional.empty());
    }

    public static Problem invalid(String key, Object... args) {
        return of(Kind.INVALID, key, args);
    }

    public static Problem notFound() {
        return of(Kind.NOT_FOUND, "problem.not-found");
    }

    public static Problem conflict(String key, Object... args) {
        return of(Kind.CONFLICT, key, args);
    }

    /** A form with wrong fields; {@code errors} is not empty. */
    public static Problem fields(List<FieldError> errors) {
        return new Problem(Kind.INVALID, Message.of("problem.fields"), errors, Map.of(), Optional.empty());
    }

    /** A single wrong field. */
    public static Problem field(String field, String key, Object... args) {
        return fields(List.of(new FieldError(field, Message.of(key, args))));
    }

    public Problem at(String field, String key, Object... args) {
        List<FieldError> more = new ArrayList<>(fields);
        more.add(new FieldError(field, Message.of(key, args)));
        return new Problem(kind, message, more, details, refused);
    }

    /** The same problem with a further member in its JSON, e.g. the difference of a stale edit. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(member, value);
        return new Problem(kind, message, fields, more, refused);
    }

    /** The same problem, of which the audit trail is to say what was refused; whoever answers the caller writes it there. */
    public Problem refusing(String kind, long id, String territory, String detail) {
        return new Problem(this.kind, message, fields, details, Optional.of(new Refused(kind, id, territory, detail)));
    }

    public Optional<Refused> refused() {
        return refused;
    }

    public Kind kind() {
        return kind;
    }

    /** The message to show. */
    public Message message() {
        return message;
    }

    public List<FieldError> fields() {
        return fields;
    }

    public Map<String, Object> details() {
        return details;
    }
}
