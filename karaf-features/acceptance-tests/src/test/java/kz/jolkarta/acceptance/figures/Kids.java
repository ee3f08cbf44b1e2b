package kz.jolkarta.acceptance.figures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The children as they were on a day, each with what was known of it then, read row by row and asked in plain Java. */
final class Kids {
    /** Whatever has a first and perhaps a last day. */
    private static boolean holds(LocalDate day, LocalDate from, LocalDate to) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }

    /** A child on the day. */
    static final class Kid {
        final long id;
        String home;
        long school;
        Integer grade;
        long named;
        final String sex;
        /** A record that counts at all: neither merged into another nor archived as never right. */
        final boolean kept;
        /** Merged into another one, which counts in its place. */
        final boolean merged;
        /** In the registry on the day. */
        final boolean registered;

        final Set<String> talents = new TreeSet<>();
        boolean category;
        boolean ground;
        boolean consent;
        boolean excellent;
        boolean mapApproved;
        final Set<String> wonLevels = new HashSet<>();

        private Kid(ResultSet row, LocalDate day) throws SQLException {
            id = row.getLong("id");
            home = row.getString("territory");
            school = row.getLong("school_id");
            grade = (Integer) row.getObject("grade");
            sex = row.getString("sex").equals("MALE") ? "male" : "female";
            LocalDate left = local(row.getDate("left_on"));
            LocalDate since = local(row.getDate("coordinator_since"));
            named = since != null && !since.isAfter(day) ? row.getLong("coordinator_id") : 0;
            String state = row.getString("state");
            merged = state.equals("MERGED");
            kept = !merged && !(state.equals("ARCHIVED") && left == null);
            registered =
                    kept && !local(row.getDate("registered_on")).isAfter(day) && (left == null || left.isAfter(day));
        }

        String band() {
            return grade == null ? "none" : grade <= 4 ? "primary" : grade <= 9 ? "basic" : "senior";
        }

        Map<String, Set<String>> by() {
            Map<String, Set<String>> by = new HashMap<>();
            by.put("sex", Set.of(sex));
            by.put("grade-band", Set.of(band()));
            by.put("talent", talents);
            return by;
        }
    }

    final Map<Long, Kid> all = new HashMap<>();
    private final Set<String> rural;
    private final Set<Long> townSchools;
    private final Set<Long> countrySchools;

    static LocalDate local(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    Kids(Tables tables, LocalDate day) throws SQLException {
        rural = new HashSet<>(tables.read("select code from territory where rural = true", row -> row.getString(1)));
        townSchools = schools(tables, false);
        countrySchools = schools(tables, true);
        tables.each("select * from child", row -> all.put(row.getLong("id"), new Kid(row, day)));
        moved(tables, day);
        talents(tables, day);
        grounds(tables, day);
        results(tables, day);
        maps(tables, day);
    }

    private static Set<Long> schools(Tables tables, boolean country) throws SQLException {
        return new HashSet<>(tables.read(
                "select o.id from organisation o, territory t where t.code = o.territory and t.rural = " + country,
                row -> row.getLong(1)));
    }

    /** Where those lived who moved since; who answered for them then is not known any more. */
    private void moved(Tables tables, LocalDate day) throws SQLException {
        tables.each("select * from child_residence", row -> {
            if (holds(day, local(row.getDate("valid_from")), local(row.getDate("valid_to")))) {
                Kid kid = all.get(row.getLong("child_id"));
                kid.home = row.getString("territory");
                kid.school = row.getLong("school_id");
                kid.grade = (Integer) row.getObject("grade");
                kid.named = 0;
            }
        });
    }

    private void talents(Tables tables, LocalDate day) throws SQLException {
        tables.each("select child_id, field, identified_on from child_talent", row -> {
            if (!local(row.getDate(3)).isAfter(day)) {
                all.get(row.getLong(1))
                        .talents
                        .add(row.getString(2).toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        });
    }

    private void grounds(Tables tables, LocalDate day) throws SQLException {
        tables.each("select child_id, ground_number, valid_from, valid_to from child_category", row -> {
            if (holds(day, local(row.getDate(3)), local(row.getDate(4)))) {
                Kid kid = all.get(row.getLong(1));
                kid.category = true;
                kid.ground |= row.getString(2) != null && !row.getString(2).isEmpty();
            }
        });
        tables.each("select child_id, purpose, given_on, valid_to, withdrawn_on from consent", row -> {
            LocalDate withdrawn = local(row.getDate(5));
            if (row.getString(2).equals("PROCESSING")
                    && holds(day, local(row.getDate(3)), local(row.getDate(4)))
                    && (withdrawn == null || withdrawn.isAfter(day))) {
                all.get(row.getLong(1)).consent = true;
            }
        });
    }

    /** Places and prizes of the last twelve months, and excellent marks of the year that ended or runs. */
    private void results(Tables tables, LocalDate day) throws SQLException {
        tables.each("select child_id, level, place, prize, won_on from achievement", row -> {
            LocalDate won = local(row.getDate(5));
            if (prize(row.getInt(3), row.getBoolean(4)) && won.isAfter(day.minusMonths(12)) && !won.isAfter(day)) {
                all.get(row.getLong(1)).wonLevels.add(row.getString(2));
            }
        });
        tables.each("select child_id, school_year from child_marks where excellent = true", row -> {
            if (row.getInt(2) >= day.getYear() - 1 && row.getInt(2) <= day.getYear()) {
                all.get(row.getLong(1)).excellent = true;
            }
        });
    }

    /** @param place 0 for none */
    static boolean prize(int place, boolean prize) {
        return prize || place >= 1 && place <= 3;
    }

    private void maps(Tables tables, LocalDate day) throws SQLException {
        tables.each("select child_id, approved_on, closed_on from road_map where approved_on is not null", row -> {
            if (holds(day, local(row.getDate(2)), local(row.getDate(3)))) {
                all.get(row.getLong(1)).mapApproved = true;
            }
        });
    }

    List<Kid> registered() {
        List<Kid> registered = new ArrayList<>(all.values());
        registered.removeIf(k -> !k.registered);
        return registered;
    }

    boolean rural(Kid kid) {
        return rural.contains(kid.home);
    }

    /** Goes to a school in town; where that is not known, lives there. */
    boolean urbanSchool(Kid kid) {
        return townSchools.contains(kid.school) || !countrySchools.contains(kid.school) && !rural(kid);
    }

    boolean target(Kid kid) {
        return rural(kid) || kid.category;
    }

    boolean grounded(Kid kid) {
        return rural(kid) || kid.ground;
    }

    Optional<Kid> find(long id) {
        return Optional.ofNullable(all.get(id));
    }
}
