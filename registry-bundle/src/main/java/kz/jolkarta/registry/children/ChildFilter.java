package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.coordinators.SeatStore;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;
import kz.jolkarta.registry.roadmaps.MapStanding;
import kz.jolkarta.registry.roadmaps.SchoolYear;

/**
 * Which children a list holds; an empty member means all.
 *
 * @param q names in either order, in any spelling, each perhaps only begun; or an IIN of 12 digits
 * @param territory KATO code of a unit; all below it too
 * @param category valid today
 * @param level of an achievement
 * @param state all but the archived ones when empty
 * @param roadMap of the school year that runs
 * @param consent whether there is a consent to processing that is valid today
 * @param coordinator who is named for the child and answers for it today; 0 for children without a coordinator
 * @param cabinet the one in whose load the child is today
 * @param notReached code of a measure that the child is entitled to and not reached by this year, or {@link NotReached#ANY}
 */
public record ChildFilter(
        String q,
        Optional<String> iin,
        Optional<String> territory,
        Optional<Boolean> rural,
        Optional<Long> school,
        Optional<Long> grade,
        Optional<Long> gradeFrom,
        Optional<Long> gradeTo,
        Optional<Sex> sex,
        Optional<Category> category,
        Optional<TalentField> talent,
        Optional<AchievementLevel> level,
        Optional<String> language,
        Optional<ChildState> state,
        Optional<MapStanding> roadMap,
        Optional<Boolean> consent,
        Optional<Long> coordinator,
        Optional<Long> cabinet,
        Optional<String> notReached,
        Optional<LocalDate> bornFrom,
        Optional<LocalDate> bornTo,
        Order order) {
    /** A beginning of fewer letters is that of very many names. */
    private static final int COMMON = 3;

    /** The number of a record that was merged finds the child it was merged into. */
    private static final String OF_NUMBER =
            "(select coalesce(n.merged_into, n.id) id from child n where n.iin = :iin) m join child c on c.id = m.id";

    /** The orders of the list. */
    public enum Order {
        NAME("name", "c.sort_key, c.id", "c.sort_key >= :k and (c.sort_key > :k or c.id > :kid)"),
        NAME_DOWN("-name", "c.sort_key desc, c.id desc", "c.sort_key <= :k and (c.sort_key < :k or c.id < :kid)"),
        ID("id", "c.id", "c.id > :kid");

        private final String code;
        private final String sql;
        private final String after;

        Order(String code, String sql, String after) {
            this.code = code;
            this.sql = sql;
            this.after = after;
        }

        /** @param text what was asked for; by name when it is blank */
        public static Order of(String text) {
            if (text == null || text.isBlank()) {
                return NAME;
            }
            return List.of(values()).stream()
                    .filter(o -> o.code.equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> Problem.field("sort", "record.choice", "name, -name, id"));
        }

        String sql() {
            return sql;
        }

        void after(Query query, Paging page) {
            query.and(after).with("kid", page.id());
            if (this != ID) {
                query.with("k", page.value());
            }
        }
    }

    /** @param from the tables, where the children are called c */
    record Sql(String from, String where, Map<String, Object> params) {}

    /**
     * @param missed what {@code notReached} asks for, without it empty
     * @param inOrder a page is read along the index of the order: to be asked for where most rows qualify
     */
    Sql sql(Scope scope, LocalDate today, Paging page, Optional<NotReached.Condition> missed, boolean inOrder) {
        if (missed.isPresent() != notReached.isPresent()) {
            throw new IllegalStateException("not asked for: " + notReached);
        }
        Scope wanted = within(scope);
        String text = q.strip();
        Optional<String> number = iin.or(() -> Optional.of(text).filter(Iin::twelveDigits));
        Query query = new Query()
                .and(wanted.persons("c"))
                .and("c.destroyed_on is null")
                .and("c.school_id = :school", "school", school)
                .and("c.grade = :grade", "grade", grade)
                .and("c.grade >= :gradeFrom", "gradeFrom", gradeFrom)
                .and("c.grade <= :gradeTo", "gradeTo", gradeTo)
                .and("c.sex = :sex", "sex", sex)
                .and("c.language = :language", "language", language)
                .and("c.state = :state", "state", state)
                .and("c.birth_date >= :bornFrom", "bornFrom", bornFrom)
                .and("c.birth_date <= :bornTo", "bornTo", bornTo)
                .and(
                        "exists (select 1 from territory t where t.code = c.territory and t.rural = :rural)",
                        "rural",
                        rural)
                .and(
                        "exists (select 1 from child_talent t" + Along.looping("child_talent_child_fk")
                                + " where t.child_id = c.id and t.field = :talent)",
                        "talent",
                        talent)
                .and(
                        "exists (select 1 from achievement a" + Along.looping("achievement_child_fk")
                                + " where a.child_id = c.id and a.level = :level)",
                        "level",
                        level);
        if (state.isEmpty()) {
            query.and("c.state not in ('ARCHIVED', 'MERGED')");
        } else {
            query.and("c.state <> 'MERGED'");
        }
        if (category.isPresent()) {
            query.and(
                            "exists (select 1 from child_category k" + Along.looping("child_category_child_fk")
                                    + " where k.child_id = c.id and k.category = :category"
                                    + " and k.valid_from <= :today and (k.valid_to is null or k.valid_to >= :today))",
                            "category",
                            category)
                    .with("today", today);
        }
        roadMap.ifPresent(standing -> {
            query.and(standing.sql()).with("mapYear", SchoolYear.of(today).begins());
            if (standing.dated()) {
                query.with("today", today);
            }
        });
        if (consent.isPresent()) {
            query.and((consent.get() ? "" : "not ")
                            + "exists (select 1 from consent s" + Along.looping("consent_child_fk")
                            + " where s.child_id = c.id and s.purpose = 'PROCESSING'"
                            + " and s.given_on <= :today and (s.valid_to is null or s.valid_to >= :today)"
                            + " and (s.withdrawn_on is null or s.withdrawn_on > :today))")
                    .with("today", today);
        }
        if (coordinator.isPresent()) {
            query.and(coordinator.get() == 0 ? SeatStore.WITHOUT : SeatStore.NAMED)
                    .with("coordinator", coordinator.get())
                    .with("today", today);
        }
        if (cabinet.isPresent()) {
            query.and(SeatStore.LOAD, "cabinet", cabinet).with("today", today);
        }
        missed.ifPresent(condition -> {
            query.and(condition.sql());
            condition.params().forEach(query::with);
        });
        if (!page.first()) {
            order.after(query, page);
        }
        boolean names = !text.isEmpty() && !Iin.twelveDigits(text);
        if (number.isPresent()) {
            query.with("iin", number.get());
            return names
                    ? named(query.and("c.iin = :iin"), NameKey.of(text), "child c")
                    : new Sql(OF_NUMBER, query.where(), query.params());
        }
        if (!names) {
            return new Sql(table(inOrder), query.where(), query.params());
        }
        return named(query, NameKey.of(text), table(inOrder));
    }

    /** The part of the scope that is asked for. */
    Scope within(Scope scope) {
        return territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
    }

    /** Derby does not count with the page's end and would sort all. */
    private String table(boolean inOrder) {
        if (!inOrder || school.isPresent() || order == Order.ID) {
            return "child c";
        }
        return "child c" + Along.index(order == Order.NAME ? "child_sort" : "child_sort_down");
    }

    /** Two ranges of two indexes: engines use them for a union, not for an "or" of both. */
    private static Sql named(Query query, String key, String inOrder) {
        if (key.isEmpty()) {
            return new Sql("child c", "1 = 0", Map.of());
        }
        String[] words = key.split(" ");
        Map<String, Object> params = new HashMap<>(query.params());
        params.put("word", words[0]);
        params.put("wordEnd", NameKey.end(words[0]));
        String more = "";
        if (words.length > 1) {
            params.put("words", String.join("% ", words) + "%");
            more = " and key_column like :words";
        }
        if (words[0].length() < COMMON) {
            String either =
                    "(c.key_surname >= :word and c.key_surname < :wordEnd" + more.replace("key_column", "c.key_surname")
                            + " or c.key_given >= :word and c.key_given < :wordEnd"
                            + more.replace("key_column", "c.key_given") + ")";
            return new Sql(inOrder, query.where() + " and " + either, params);
        }
        String range = "select id from child where key_column >= :word and key_column < :wordEnd" + more;
        String union =
                range.replace("key_column", "key_surname") + " union " + range.replace("key_column", "key_given");
        return new Sql("(" + union + ") m join child c on c.id = m.id", query.where(), params);
    }

    /** Names of the filters in use, never their values: those may be personal data. */
    String names() {
        StringBuilder names = new StringBuilder();
        name(names, "q", !q.isBlank());
        name(names, "iin", iin.isPresent());
        name(names, "territory", territory.isPresent());
        name(names, "rural", rural.isPresent());
        name(names, "school", school.isPresent());
        name(names, "grade", grade.isPresent() || gradeFrom.isPresent() || gradeTo.isPresent());
        name(names, "sex", sex.isPresent());
        name(names, "category", category.isPresent());
        name(names, "talent", talent.isPresent());
        name(names, "level", level.isPresent());
        name(names, "language", language.isPresent());
        name(names, "state", state.isPresent());
        name(names, "roadMap", roadMap.isPresent());
        name(names, "consent", consent.isPresent());
        name(names, "coordinator", coordinator.isPresent());
        name(names, "cabinet", cabinet.isPresent());
        name(names, "notReached", notReached.isPresent());
        name(names, "born", bornFrom.isPresent() || bornTo.isPresent());
        return names.toString();
    }

    private static void name(StringBuilder names, String name, boolean used) {
        if (used) {
            names.append(names.isEmpty() ? "" : ",").append(name);
        }
    }
}
