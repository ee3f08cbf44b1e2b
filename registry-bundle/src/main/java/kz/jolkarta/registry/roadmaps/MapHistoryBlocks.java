package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Words;

/** What became of a map, in words. */
final class MapHistoryBlocks {
    private static final String MEMBER = "page.roadmap.member.";

    private final Words words;
    private final MapLook look;
    private final Map<String, FormField> fields;

    MapHistoryBlocks(Words words, RoadMap map) {
        this.words = words;
        this.look = new MapLook(words);
        this.fields = map.form().fields().collect(Collectors.toMap(FormField::code, Function.identity(), (a, b) -> a));
    }

    Block of(List<MapEvent> events) {
        return new Block.History(events.stream().map(this::event).toList(), words.text("page.roadmap.history.none"));
    }

    private Block.Event event(MapEvent event) {
        return new Block.Event(
                words.moment(event.changedAt()),
                event.changedBy() == 0 ? words.text("page.roadmap.history.platform") : event.login(),
                words.text("page.roadmap.history." + Json.name(event.kind())),
                changes(event));
    }

    private String changes(MapEvent event) {
        Set<String> names = new LinkedHashSet<>(event.before().keySet());
        names.addAll(event.after().keySet());
        if (event.kind() == History.Kind.CREATED || event.kind() == History.Kind.COPIED) {
            // What a map begins with is counted, and a count may bear the name of a field of the form.
            names.removeAll(fields.keySet());
        }
        List<String> told = new ArrayList<>();
        for (String name : names) {
            if (fields.containsKey(name) || words.has(MEMBER + name)) {
                told.add(label(name) + ": "
                        + change(name, event.before().get(name), event.after().get(name)));
            }
        }
        if (event.after().get("withheld") instanceof List<?> hidden && !hidden.isEmpty()) {
            told.add(words.text(
                    "page.roadmap.history.withheld",
                    hidden.stream().map(String::valueOf).map(this::label).collect(Collectors.joining(", "))));
        }
        return String.join(" · ", told);
    }

    private String label(String name) {
        return fields.containsKey(name)
                ? words.text(fields.get(name).names().text())
                : words.has(MEMBER + name) ? words.text(MEMBER + name) : name;
    }

    private String change(String name, Object before, Object after) {
        if (before == null) {
            return read(name, after);
        }
        return read(name, before) + " → " + (after == null ? words.text("page.roadmap.unset") : read(name, after));
    }

    private String read(String name, Object value) {
        String plain = String.valueOf(value);
        if (fields.containsKey(name)) {
            return look.read(fields.get(name), value);
        }
        if (name.equals("state")) {
            String code = plain.toLowerCase(java.util.Locale.ROOT);
            String map = "state.road-map." + code;
            return words.text(words.has(map) ? map : "state.road-map-step." + code);
        }
        return plain.matches("\\d{4}-\\d\\d-\\d\\d") ? words.date(java.time.LocalDate.parse(plain)) : plain;
    }
}
