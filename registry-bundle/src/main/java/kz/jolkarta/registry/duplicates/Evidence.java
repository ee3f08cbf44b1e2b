package kz.jolkarta.registry.duplicates;

/** What two records say alike or otherwise, with its weight in the likeness of 1 to 100. */
public enum Evidence {
    /** Surname, given name and patronymic, in any spelling. */
    SAME_NAMES(40),
    /** Surname and given name; at most one of the two has a patronymic. */
    SAME_NAMES_WITHOUT_PATRONYMIC(35),
    /** Surname and given name stand in each other's place. */
    SWAPPED_NAMES(30),
    /** The same given name, and surnames of which one letter differs. */
    SURNAME_ALIKE(25),
    SAME_GIVEN_NAME(5),
    SAME_BIRTH_DATE(30),
    /** Day and month stand in each other's place. */
    BIRTH_DAY_AND_MONTH(20),
    /** One digit of the birth date differs. */
    BIRTH_DIGIT(15),
    SAME_DOCUMENT(40),
    /** One digit differs, or two neighbouring ones stand in each other's place. */
    IIN_ALIKE(30),
    SAME_PHONE(15),
    SAME_REPRESENTATIVE(15),
    SAME_SCHOOL(5),
    SAME_SETTLEMENT(5),
    /** Two numbers that were both issued are hardly ever one child's. */
    OTHER_IIN(-40),
    OTHER_SEX(-20),
    OTHER_PATRONYMIC(-15),
    OTHER_DOCUMENT(-10),
    OTHER_GIVEN_NAME(0),
    OTHER_SURNAME(0),
    OTHER_BIRTH_DATE(-10);

    final int weight;

    Evidence(int weight) {
        this.weight = weight;
    }

    /** Whether it speaks for one child. */
    public boolean agrees() {
        return weight > 0;
    }
}
