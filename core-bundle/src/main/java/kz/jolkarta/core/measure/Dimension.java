package kz.jolkarta.core.measure;

import java.util.Comparator;
import java.util.List;

/**
 * What a figure may be broken down by besides territory. SEX, GRADE_BAND and TALENT need a selection of persons; TYPE one of records; LANGUAGE persons or
 * deliverables; SOURCE payments, awards or deliverables; STEP deliverables; COORDINATOR children; a choice field records of kinds that have it.
 *
 * @param field code of the choice field, "" unless kind is FIELD
 * @param choices of that field
 */
public record Dimension(Kind kind, String field, List<String> choices) implements Comparable<Dimension> {
    public enum Kind {
        SEX,
        GRADE_BAND,
        TALENT,
        TYPE,
        LANGUAGE,
        SOURCE,
        STEP,
        COORDINATOR,
        FIELD
    }

    public static final Dimension SEX = of(Kind.SEX);
    public static final Dimension GRADE_BAND = of(Kind.GRADE_BAND);
    public static final Dimension TALENT = of(Kind.TALENT);
    public static final Dimension TYPE = of(Kind.TYPE);
    public static final Dimension LANGUAGE = of(Kind.LANGUAGE);
    public static final Dimension SOURCE = of(Kind.SOURCE);
    public static final Dimension STEP = of(Kind.STEP);
    public static final Dimension COORDINATOR = of(Kind.COORDINATOR);

    private static final Comparator<Dimension> ORDER =
            Comparator.comparing(Dimension::kind).thenComparing(Dimension::field);

    public Dimension {
        choices = List.copyOf(choices);
    }

    private static Dimension of(Kind kind) {
        return new Dimension(kind, "", List.of());
    }

    /** @throws IllegalArgumentException unless it is a choice */
    public static Dimension of(Field field) {
        if (field.kind() != Field.Kind.CHOICE) {
            throw new IllegalArgumentException("not a choice: " + field.code());
        }
        return new Dimension(Kind.FIELD, field.code(), field.choices());
    }

    @Override
    public int compareTo(Dimension other) {
        return ORDER.compare(this, other);
    }
}
