package kz.jolkarta.registry.duplicates;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How much speaks for two records being of one child.
 *
 * @param degree 1 to 100
 * @param evidence what agrees and what differs
 */
record Likeness(int degree, Set<Evidence> evidence) {
    /** From here on a person is asked. */
    static final int PROPOSED = 50;

    /** What is known of the representatives may bring a pair from here to a proposal. */
    static final int WORTH_A_LOOK = PROPOSED - Evidence.SAME_PHONE.weight;

    private static final int MOST = 100;

    /**
     * @return empty for children of different given names whose numbers and documents do not agree: brothers and sisters, most of all twins,
     *     share everything else
     */
    static Optional<Likeness> of(Candidate one, Candidate other) {
        EnumSet<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        names(one, other, evidence);
        birth(one.birth(), other.birth(), evidence);
        numbers(one, other, evidence);
        if (one.sex() != other.sex()) {
            evidence.add(Evidence.OTHER_SEX);
        }
        if (one.school() != null && one.school().equals(other.school())) {
            evidence.add(Evidence.SAME_SCHOOL);
        }
        if (one.territory().equals(other.territory())) {
            evidence.add(Evidence.SAME_SETTLEMENT);
        }
        boolean another = evidence.contains(Evidence.OTHER_GIVEN_NAME)
                && !evidence.contains(Evidence.SAME_DOCUMENT)
                && !evidence.contains(Evidence.IIN_ALIKE);
        return another ? Optional.empty() : Optional.of(of(evidence));
    }

    private static Likeness of(Set<Evidence> evidence) {
        int sum = evidence.stream().mapToInt(e -> e.weight).sum();
        return new Likeness(Math.max(1, Math.min(MOST, sum)), evidence);
    }

    Likeness with(Set<Evidence> more) {
        EnumSet<Evidence> all = EnumSet.copyOf(evidence);
        all.addAll(more);
        return of(all);
    }

    boolean proposed() {
        return degree >= PROPOSED;
    }

    private static void names(Candidate one, Candidate other, Set<Evidence> evidence) {
        boolean patronymics = !one.patronymic().isEmpty() && !other.patronymic().isEmpty();
        boolean samePatronymic = one.patronymic().equals(other.patronymic());
        if (patronymics && !samePatronymic) {
            evidence.add(Evidence.OTHER_PATRONYMIC);
        }
        if (one.given().equals(other.given())) {
            if (one.surname().equals(other.surname())) {
                evidence.add(samePatronymic ? Evidence.SAME_NAMES : Evidence.SAME_NAMES_WITHOUT_PATRONYMIC);
            } else if (oneApart(one.surname(), other.surname())) {
                evidence.add(Evidence.SURNAME_ALIKE);
            } else {
                evidence.add(Evidence.SAME_GIVEN_NAME);
                evidence.add(Evidence.OTHER_SURNAME);
            }
        } else if (one.unordered().equals(other.unordered())) {
            evidence.add(Evidence.SWAPPED_NAMES);
        } else {
            evidence.add(Evidence.OTHER_GIVEN_NAME);
            if (!one.surname().equals(other.surname())) {
                evidence.add(Evidence.OTHER_SURNAME);
            }
        }
    }

    private static void birth(LocalDate one, LocalDate other, Set<Evidence> evidence) {
        if (one.equals(other)) {
            evidence.add(Evidence.SAME_BIRTH_DATE);
        } else if (swapped(one, other)) {
            evidence.add(Evidence.BIRTH_DAY_AND_MONTH);
        } else if (digit(one, other)) {
            evidence.add(Evidence.BIRTH_DIGIT);
        } else {
            evidence.add(Evidence.OTHER_BIRTH_DATE);
        }
    }

    /** Whether the days may be one that was written wrongly. */
    static boolean mistaken(LocalDate one, LocalDate other) {
        return swapped(one, other) || digit(one, other);
    }

    private static boolean swapped(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue()
                && !one.equals(other);
    }

    private static boolean digit(LocalDate one, LocalDate other) {
        return differing(one.toString(), other.toString()) == 1;
    }

    private static void numbers(Candidate one, Candidate other, Set<Evidence> evidence) {
        if (!one.document().isEmpty() && !other.document().isEmpty()) {
            if (one.document().equalsIgnoreCase(other.document())) {
                evidence.add(Evidence.SAME_DOCUMENT);
            } else if (one.documentKind().equalsIgnoreCase(other.documentKind())) {
                evidence.add(Evidence.OTHER_DOCUMENT);
            }
        }
        if (!one.iin().isEmpty() && !other.iin().isEmpty()) {
            evidence.add(iinAlike(one.iin(), other.iin()) ? Evidence.IIN_ALIKE : Evidence.OTHER_IIN);
        }
    }

    private static boolean iinAlike(String one, String other) {
        int first = 0;
        while (first < one.length() && one.charAt(first) == other.charAt(first)) {
            first++;
        }
        int different = differing(one, other);
        return different == 1
                || different == 2
                        && first + 1 < one.length()
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first);
    }

    /** Of texts of one length. */
    private static int differing(String one, String other) {
        int different = 0;
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            different += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return different + Math.abs(one.length() - other.length());
    }

    /** One letter was changed, left out or put in; of short names that makes another name. */
    static boolean oneApart(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        if (shorter.length() < 4 || longer.length() - shorter.length() > 1) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        String rest = longer.substring(Math.min(at + 1, longer.length()));
        return rest.equals(shorter.substring(at)) || at < shorter.length() && rest.equals(shorter.substring(at + 1));
    }
}
