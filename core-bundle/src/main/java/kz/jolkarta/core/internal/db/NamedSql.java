package kz.jolkarta.core.internal.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A statement with named parameters, cut once into its pieces: {@code pieces[0] ? pieces[1] ? …}. */
final class NamedSql {
    private static final ConcurrentHashMap<String, NamedSql> PARSED = new ConcurrentHashMap<>();
    /** Statements are constants of the stores; generated ones must not fill the memory. */
    private static final int MOST_KEPT = 5000;

    private static final Pattern NOT_IN = Pattern.compile("\\bnot\\s+in\\s*\\(\\s*$", Pattern.CASE_INSENSITIVE);

    private final List<String> pieces = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    static NamedSql of(String sql) {
        NamedSql known = PARSED.get(sql);
        if (known != null) {
            return known;
        }
        if (PARSED.size() > MOST_KEPT) {
            PARSED.clear();
        }
        NamedSql parsed = new NamedSql(sql);
        PARSED.put(sql, parsed);
        return parsed;
    }

    private NamedSql(String sql) {
        StringBuilder piece = new StringBuilder();
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            int end = endOfOpaque(sql, i);
            if (end > i) {
                piece.append(sql, i, end);
                i = end;
            } else if (c == ':' && sql.startsWith("::", i)) {
                piece.append("::");
                i += 2;
            } else if (c == ':' && i + 1 < sql.length() && Character.isJavaIdentifierStart(sql.charAt(i + 1))) {
                int stop = i + 1;
                while (stop < sql.length() && Character.isJavaIdentifierPart(sql.charAt(stop))) {
                    stop++;
                }
                pieces.add(piece.toString());
                names.add(sql.substring(i + 1, stop));
                piece.setLength(0);
                i = stop;
            } else {
                piece.append(c);
                i++;
            }
        }
        pieces.add(piece.toString());
    }

    /** Where a quoted word or a comment that begins here ends; {@code from} itself when none begins. */
    private static int endOfOpaque(String sql, int from) {
        char c = sql.charAt(from);
        if (c == '\'' || c == '"') {
            int end = sql.indexOf(c, from + 1);
            return end < 0 ? sql.length() : end + 1;
        }
        if (sql.startsWith("--", from)) {
            int end = sql.indexOf('\n', from);
            return end < 0 ? sql.length() : end;
        }
        if (sql.startsWith("/*", from)) {
            int end = sql.indexOf("*/", from + 2);
            return end < 0 ? sql.length() : end + 2;
        }
        return from;
    }

    /** The statement for JDBC; a collection becomes as many question marks as it has members, an empty one a NULL that matches nothing. */
    String text(Map<String, ?> params) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 0; i < names.size(); i++) {
            if (value(params, names.get(i)) instanceof Collection<?> many) {
                if (many.isEmpty() && NOT_IN.matcher(pieces.get(i)).find()) {
                    throw new IllegalArgumentException(
                            "\"not in\" an empty list would match nothing: :" + names.get(i));
                }
                text.append("?").append(", ?".repeat(Math.max(0, many.size() - 1)));
            } else {
                text.append('?');
            }
            text.append(pieces.get(i + 1));
        }
        return text.toString();
    }

    /** The values in the order of the question marks. */
    List<Object> values(Map<String, ?> params) {
        List<Object> values = new ArrayList<>(names.size());
        for (String name : names) {
            Object value = value(params, name);
            if (value instanceof Collection<?> many) {
                values.addAll(many);
                if (many.isEmpty()) {
                    values.add(null);
                }
            } else {
                values.add(value);
            }
        }
        return values;
    }

    private static Object value(Map<String, ?> params, String name) {
        Object value = params.get(name);
        if (value == null && !params.containsKey(name)) {
            throw new IllegalArgumentException("no value for the parameter :" + name);
        }
        return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }
}
