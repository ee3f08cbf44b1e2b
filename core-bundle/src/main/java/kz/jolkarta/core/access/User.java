package kz.jolkarta.core.access;

import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;

/** A signed-in account with its rights, each over a scope. */
public record User(long id, String login, Map<Right, Scope> rights, Language language) {
    /** Characters of a login. */
    private static final int LONGEST = 60;

    /** Work that nobody signed in started, e.g. the demo data or a migration. */
    public static User system() {
        Map<Right, Scope> all = new java.util.EnumMap<>(Right.class);
        for (Right right : Right.values()) {
            all.put(right, Scope.COUNTRY);
        }
        return new User(0, "system", all, Language.KK);
    }

    /**
     * The machine's administrator at the shell, whose rights are those of the shell's own access list; the trail tells such a one from the accounts.
     *
     * @param name of the shell's user, "" for the console of the process; of the login at most 60 characters are kept
     */
    public static User shell(String name, Language language) {
        String login = "shell:" + (name.isEmpty() ? "local" : name);
        return new User(0, login.length() > LONGEST ? login.substring(0, LONGEST) : login, system().rights(), language);
    }

    public User {
        rights = Map.copyOf(rights);
    }

    public boolean has(Right right) {
        return !scope(right).isEmpty();
    }

    /** Where the user holds this right; empty when nowhere. */
    public Scope scope(Right right) {
        return rights.getOrDefault(right, Scope.NONE);
    }

    /**
     * The scope of the right.
     *
     * @throws Problem FORBIDDEN when the user holds it nowhere
     */
    public Scope require(Right right) {
        if (!has(right)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        return scope(right);
    }

    /**
     * @param territory KATO code of what is to be written
     * @throws Problem FORBIDDEN when the right does not reach the territory
     */
    public void require(Right right, String territory) {
        if (!require(right).covers(territory)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.outside-territory", territory);
        }
    }

    /**
     * @param territory KATO code of where the child lives of whom is to be written
     * @param school the child's present one; 0 for none
     * @throws Problem FORBIDDEN when the right reaches neither the territory nor the school
     */
    public void require(Right right, String territory, long school) {
        if (!require(right).covers(territory, school)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.outside-territory", territory);
        }
    }
}
