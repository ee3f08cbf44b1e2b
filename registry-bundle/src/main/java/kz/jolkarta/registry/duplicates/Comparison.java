package kz.jolkarta.registry.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Pairs found among some children, each once. Only those are compared that share a key: of all children all pairs were too many. */
final class Comparison {
    /** The smaller id first. */
    record Two(long a, long b) {
        static Two of(long one, long other) {
            return new Two(Math.min(one, other), Math.max(one, other));
        }
    }

    private final Map<Two, Likeness> found = new LinkedHashMap<>();

    Map<Two, Likeness> found() {
        return found;
    }

    /** Children born on one day: the same given name, the same words of the name, or numbers of which one digit differs. */
    void ofOneDay(List<Candidate> born) {
        BiPredicate<Candidate, Candidate> any = (one, other) -> true;
        among(born, child -> List.of(child.given()), any);
        among(born, child -> List.of(child.unordered()), any);
        among(born, Comparison::masks, any);
    }

    /** Children of one surname and given name whose birth dates may be one that was written wrongly. */
    void ofOneName(List<Candidate> named) {
        among(named, child -> List.of(child.names()), (one, other) -> Likeness.mistaken(one.birth(), other.birth()));
    }

    void ofOneDocument(List<Candidate> holders) {
        among(holders, child -> List.of(child.document()), (one, other) -> true);
    }

    /** The number with each digit left open in turn, and with each two neighbours in their order: alike numbers share one of them. */
    private static List<String> masks(Candidate child) {
        List<String> masks = new ArrayList<>();
        String iin = child.iin();
        for (int i = 0; i < iin.length(); i++) {
            masks.add(iin.substring(0, i) + "?" + iin.substring(i + 1));
            if (i > 0 && iin.charAt(i - 1) != iin.charAt(i)) {
                char low = (char) Math.min(iin.charAt(i - 1), iin.charAt(i));
                char high = (char) Math.max(iin.charAt(i - 1), iin.charAt(i));
                masks.add(iin.substring(0, i - 1) + "<" + low + high + iin.substring(i + 1));
            }
        }
        return masks;
    }

    private void among(
            List<Candidate> children, Function<Candidate, List<String>> keys, BiPredicate<Candidate, Candidate> worth) {
        Map<String, List<Candidate>> groups = new HashMap<>();
        for (Candidate child : children) {
            keys.apply(child)
                    .forEach(key ->
                            groups.computeIfAbsent(key, k -> new ArrayList<>(2)).add(child));
        }
        for (List<Candidate> group : groups.values()) {
            for (int i = 1; i < group.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (worth.test(group.get(i), group.get(j))) {
                        compare(group.get(i), group.get(j));
                    }
                }
            }
        }
    }

    private void compare(Candidate one, Candidate other) {
        Likeness.of(one, other)
                .filter(likeness -> likeness.degree() >= Likeness.WORTH_A_LOOK)
                .ifPresent(likeness -> found.put(Two.of(one.id(), other.id()), likeness));
    }
}
