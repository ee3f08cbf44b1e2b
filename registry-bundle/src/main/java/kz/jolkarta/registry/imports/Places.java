package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;

/** The settlements a list may name, by code and by name. */
final class Places {
    /** @param settlement whether children can live there: a unit with a rural flag, not one that is made of others */
    record Place(String code, String nameKk, String nameRu, boolean settlement) {
        String name() {
            return nameRu.isEmpty() ? nameKk : nameRu;
        }
    }

    private static final List<String> KINDS = List.of(
            "город",
            "гор",
            "г",
            "село",
            "сел",
            "с",
            "аул",
            "а",
            "ауыл",
            "ауылы",
            "поселок",
            "пос",
            "п",
            "кент",
            "кенті",
            "станция",
            "ст",
            "разъезд",
            "рзд",
            "қала",
            "қаласы",
            "к",
            "е м",
            "елді мекен");

    private final Map<String, Place> byCode = new HashMap<>();
    private final Map<String, List<Place>> byName = new HashMap<>();

    Places(List<Place> places) {
        for (Place place : places) {
            byCode.put(place.code(), place);
            if (place.settlement()) {
                String kk = key(place.nameKk());
                String ru = key(place.nameRu());
                if (!kk.isEmpty()) {
                    byName.computeIfAbsent(kk, k -> new ArrayList<>(1)).add(place);
                }
                if (!ru.isEmpty() && !ru.equals(kk)) {
                    byName.computeIfAbsent(ru, k -> new ArrayList<>(1)).add(place);
                }
            }
        }
    }

    Optional<Place> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Settlements of the name, in whatever district; {@code district} narrows them when it is the name of one. */
    List<Place> named(String name, String district, Scope within) {
        List<Place> all = byName.getOrDefault(key(name), List.of()).stream()
                .filter(p -> within.covers(p.code()))
                .toList();
        if (all.size() < 2 || district.isBlank()) {
            return all;
        }
        String wanted = districtKey(district);
        List<Place> there = all.stream()
                .filter(p -> districtKeys(p.code()).contains(wanted))
                .toList();
        return there.isEmpty() ? all : there;
    }

    private List<String> districtKeys(String code) {
        List<String> keys = new ArrayList<>();
        for (String above : List.of(code.substring(0, 4) + "00000", code.substring(0, 2) + "0000000")) {
            Place unit = byCode.get(above);
            if (unit != null) {
                keys.add(districtKey(unit.nameKk()));
                keys.add(districtKey(unit.nameRu()));
            }
        }
        return keys;
    }

    private static String districtKey(String name) {
        return WordList.folded(name)
                .replaceAll("(^| )(район|р и|р н|аудани|аудан|ауданы|облыси|облысы|область|г а|к а)( |$)", " ")
                .strip();
    }

    /** The name alone: lists write the kind of a settlement before or after it, or not at all. */
    private static String key(String name) {
        String folded = WordList.folded(name.toLowerCase(Locale.ROOT));
        for (String kind : KINDS) {
            String k = WordList.folded(kind);
            if (folded.startsWith(k + " ")) {
                return folded.substring(k.length() + 1);
            }
            if (folded.endsWith(" " + k)) {
                return folded.substring(0, folded.length() - k.length() - 1);
            }
        }
        return folded;
    }
}
