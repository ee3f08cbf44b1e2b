package kz.jolkarta.registry.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Conditions of a list and their parameters, gathered one by one. Only texts written in the code get into the SQL. */
public final class Query {
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> params = new LinkedHashMap<>();

    public Query and(String condition) {
        where.append(where.isEmpty() ? "" : " and ").append(condition);
        return this;
    }

    /** A condition with one parameter; left out when the value is absent, blank or null. */
    public Query and(String condition, String name, Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain == null || plain instanceof String text && text.isBlank()) {
            return this;
        }
        params.put(name, plain);
        return and(condition);
    }

    /** What comes after the page's key in the order of a text and the id. @param down the order is falling */
    public Query after(Paging page, String text, String id, boolean down) {
        if (page.first()) {
            return this;
        }
        String beyond = down ? " < " : " > ";
        return and("(" + text + beyond + ":k or (" + text + " = :k and " + id + beyond + ":kid))")
                .with("k", page.value())
                .with("kid", page.id());
    }

    public Query with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    public String where() {
        return where.isEmpty() ? "1 = 1" : where.toString();
    }

    public Map<String, Object> params() {
        return Map.copyOf(params);
    }

    /** A pattern for {@code like … escape '!'}: what begins with the text. */
    public static String beginning(String text) {
        return text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** A pattern for {@code like … escape '!'}: what contains the text. */
    public static String part(String text) {
        return "%" + beginning(text);
    }
}
