package kz.jolkarta.registry.attachments;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;

/** The record a file belongs to, written e.g. {@code award:123}. */
public record Owner(Kind kind, long id) {
    private static final Pattern FORM = Pattern.compile("(activity|award|deliverable|child):(\\d{1,18})");

    /** Kinds of records that take files. */
    public enum Kind {
        ACTIVITY(Right.RECORDS_READ, Right.RECORDS_WRITE),
        AWARD(Right.RECORDS_READ, Right.RECORDS_WRITE),
        DELIVERABLE(Right.RECORDS_READ, Right.RECORDS_WRITE),
        CHILD(Right.CHILDREN_READ, Right.CHILDREN_WRITE);

        private final Right reading;
        private final Right writing;

        Kind(Right reading, Right writing) {
            this.reading = reading;
            this.writing = writing;
        }

        public Right reading() {
            return reading;
        }

        public Right writing() {
            return writing;
        }

        /** The code in the database, which is the name of its table too. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @throws Problem INVALID when it is not of the form */
    public static Owner of(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text.strip());
        if (!form.matches()) {
            throw Problem.field("owner", "attachment.owner");
        }
        return new Owner(Kind.of(form.group(1)), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
        return kind.code() + ":" + id;
    }
}
