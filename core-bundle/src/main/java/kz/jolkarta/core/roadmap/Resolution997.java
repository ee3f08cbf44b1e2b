package kz.jolkarta.core.roadmap;

/** Resolution № 997 of 27 December 2019 of the Government of the Republic of Kazakhstan. */
public final class Resolution997 {
    private static final Programme PROGRAMME =
            kz.jolkarta.core.internal.roadmap.ProgrammeFile.shipped("roadmap-997.json");

    private Resolution997() {}

    public static Programme programme() {
        return PROGRAMME;
    }

    /** @param number 1 to 19 */
    public static Clause clause(int number) {
        return PROGRAMME.clauses().stream()
                .filter(c -> c.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("№ 997 has no measure " + number));
    }
}
