package kz.jolkarta.registry.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Message;

/** Collects what is wrong with an input, so that all of it is told at once. */
public final class Checks {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>\\\\^`{|}]+", Pattern.CASE_INSENSITIVE);

    private final List<Problem.FieldError> errors = new ArrayList<>();

    /** @param value null when it was not given */
    public void required(String field, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(field, "record.required");
        }
    }

    /** @param value null when it was not given; else at most {@code max} characters without control characters */
    public void text(String field, String value, int max) {
        if (value == null) {
            return;
        }
        if (value.length() > max) {
            add(field, "record.too-long", max);
        } else if (CONTROL.matcher(value).find()) {
            add(field, "record.control-characters");
        }
    }

    public void link(String field, String value) {
        text(field, value, 500);
        if (value != null && !value.isBlank() && !LINK.matcher(value).matches()) {
            add(field, "record.link");
        }
    }

    public void range(String field, Number value, long from, long to) {
        if (value != null && (value.longValue() < from || value.longValue() > to)) {
            add(field, "record.range", from, to);
        }
    }

    public void that(boolean holds, String field, String key, Object... args) {
        if (!holds) {
            add(field, key, args);
        }
    }

    public void add(String field, String key, Object... args) {
        errors.add(new Problem.FieldError(field, Message.of(key, args)));
    }

    /** @param fault empty when nothing is wrong */
    public void add(String field, Optional<Message> fault) {
        fault.ifPresent(found -> errors.add(new Problem.FieldError(field, found)));
    }

    /** Whether nothing is wrong so far. */
    public boolean none() {
        return errors.isEmpty();
    }

    /** @throws Problem INVALID with every error found so far */
    public void done() {
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }
}
