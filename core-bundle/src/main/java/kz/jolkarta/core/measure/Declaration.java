package kz.jolkarta.core.measure;

import java.util.Set;
import java.util.TreeSet;

/** What follows from a measure's declaration alone. */
public final class Declaration {
    private Declaration() {}

    /**
     * The keys of the texts a measure must bring, no more and no fewer but those of its own pages ({@code <code>.page.…}) and refusals ({@code <code>.problem.…}): {@code <code>.activity.<type>}, {@code <code>.award.<type>}, {@code <code>.deliverable.<type>},
     * {@code <code>.field.<field>}, {@code <code>.choice.<field>.<choice>}, {@code <code>.step.<step>}, {@code <code>.indicator.<indicator>}.
     */
    public static Set<String> keys(Measures.Installed measure) {
        String code = measure.code();
        Set<String> keys = new TreeSet<>();
        measure.activities().forEach(a -> {
            keys.add(code + ".activity." + a.code());
            a.fields().forEach(f -> field(keys, code, f));
        });
        measure.awards().forEach(a -> {
            keys.add(code + ".award." + a.code());
            a.fields().forEach(f -> field(keys, code, f));
        });
        measure.deliverables().forEach(d -> {
            keys.add(code + ".deliverable." + d.code());
            d.fields().forEach(f -> field(keys, code, f));
            d.steps().forEach(s -> keys.add(code + ".step." + s));
        });
        measure.indicators().forEach(i -> keys.add(code + ".indicator." + i.code()));
        return keys;
    }

    /** The same for a measure that is not installed, as in a test. */
    public static Set<String> keys(Measure measure) {
        return keys(Measures.Installed.of(measure, "", ""));
    }

    private static void field(Set<String> keys, String code, Field field) {
        keys.add(code + ".field." + field.code());
        field.choices().forEach(c -> keys.add(code + ".choice." + field.code() + "." + c));
    }
}
