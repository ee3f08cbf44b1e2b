package kz.jolkarta.core.pages;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of a page with its parameters, which hold the whole state of a list: filters, order, place.
 *
 * @param path within the node, e.g. {@code /children}
 */
public record Address(String path, Map<String, List<String>> parameters) {
    /** Parameters that are no filters. */
    private static final List<String> PLACE = List.of("after", "limit");

    public Address {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The address that was asked for, without empty parameters, its language and what was done before. */
    public static Address of(UriInfo asked) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        asked.getQueryParameters().forEach((name, values) -> {
            List<String> filled = values.stream().filter(v -> !v.isBlank()).toList();
            if (!filled.isEmpty() && !name.equals("lang") && !name.equals(Answer.DONE)) {
                kept.put(name, filled);
            }
        });
        String path = asked.getPath();
        return new Address(path.startsWith("/") ? path : "/" + path, kept);
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with one parameter of this value; "" takes it away. */
    public Address with(String name, Object value) {
        Map<String, List<String>> more = new LinkedHashMap<>(parameters);
        if (String.valueOf(value).isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, List.of(String.valueOf(value)));
        }
        return new Address(path, more);
    }

    public Address without(String... names) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(parameters);
        Stream.of(names).forEach(fewer::remove);
        return new Address(path, fewer);
    }

    /** The same parameters at another place, e.g. the file of the same list; without the page of the list. */
    public String at(String other) {
        return new Address(other, parameters)
                .without(PLACE.toArray(String[]::new))
                .href();
    }

    /** The whole list as files. @param list address of the API's list; its files have the ending beside it */
    public Action[] files(String list) {
        return Stream.of("xlsx", "csv")
                .map(ending -> Action.download(ending.toUpperCase(java.util.Locale.ROOT), at(list + "." + ending)))
                .toArray(Action[]::new);
    }

    /** "" when it is not there. */
    public String value(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    public String href() {
        String query = parameters.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> encoded(e.getKey()) + "=" + encoded(v)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where no order was asked for, the one that holds then, so that its column says so. */
    public Address usually(String order) {
        return value("sort").isEmpty() ? with("sort", order) : this;
    }

    /**
     * The list sorted by this; a second time the other way round. The order is a parameter {@code sort}, falling with a hyphen before it.
     *
     * @param by with a hyphen where falling comes first
     */
    public Table.Column sortable(Table.Column column, String by) {
        String rising = by.startsWith("-") ? by.substring(1) : by;
        String falling = "-" + rising;
        String now = value("sort");
        Table.Sorted state = now.equals(rising)
                ? Table.Sorted.ASCENDING
                : now.equals(falling) ? Table.Sorted.DESCENDING : Table.Sorted.NOT;
        String next = state == Table.Sorted.NOT ? by : now.equals(rising) ? falling : rising;
        return column.sort(without("after").with("sort", next).href(), state);
    }

    /** The first page while a later one is shown, "" on the first. */
    public String previous() {
        return value("after").isEmpty() ? "" : without("after").href();
    }

    /** @param after the key of {@link kz.jolkarta.core.http.Page#next()} */
    public String next(String after) {
        return after.isEmpty() ? "" : with("after", after).href();
    }

    /** The fields with what the address says of them. */
    public List<Field> filled(List<Field> fields) {
        return fields.stream()
                .map(f -> f.values(parameters.getOrDefault(f.name(), List.of())))
                .toList();
    }

    /** The filters that hold, each with a link that drops it. */
    public List<Filters.Chip> active(List<Field> fields) {
        List<Filters.Chip> chips = new ArrayList<>();
        for (Field field : fields) {
            for (String value : parameters.getOrDefault(field.name(), List.of())) {
                String read = field.options().stream()
                        .filter(o -> o.value().equals(value))
                        .map(Field.Option::label)
                        .findFirst()
                        .orElse(value);
                String label = field.kind() == Field.Kind.FLAG ? field.label() : field.label() + ": " + read;
                chips.add(new Filters.Chip(label, without("after").dropping(field.name(), value), true, ""));
            }
        }
        return chips;
    }

    private String dropping(String name, String value) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(parameters);
        List<String> rest =
                fewer.get(name).stream().filter(v -> !v.equals(value)).toList();
        if (rest.isEmpty()) {
            fewer.remove(name);
        } else {
            fewer.put(name, rest);
        }
        return new Address(path, fewer).href();
    }
}
