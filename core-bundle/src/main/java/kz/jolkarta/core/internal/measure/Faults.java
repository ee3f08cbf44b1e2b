package kz.jolkarta.core.internal.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;

/** What is wrong with a measure's declaration in itself. */
public final class Faults {
    private final Measures.Installed measure;
    private final List<Message> found = new ArrayList<>();

    private Faults(Measures.Installed measure) {
        this.measure = measure;
    }

    /** Every fault of the declaration; empty when it is in order. */
    public static List<Message> of(Measures.Installed measure) {
        Faults faults = new Faults(measure);
        faults.codes();
        RuleFaults.find(measure, faults.found::add);
        measure.indicators().forEach(indicator -> IndicatorFaults.find(indicator, measure, faults.found::add));
        return List.copyOf(faults.found);
    }

    private void codes() {
        // One code for a kind of record, whatever it is: payments and the API name it without saying which.
        once(Shape.records(measure).stream().map(Shape.Kind::code));
        once(measure.indicators().stream().map(Indicator::code));
        Shape.records(measure).forEach(kind -> {
            once(kind.fields().stream().map(Field::code));
            kind.fields().forEach(field -> once(field.choices().stream()));
        });
        measure.deliverables().forEach(d -> once(d.steps().stream()));
    }

    private void once(Stream<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.filter(code -> !seen.add(code))
                .forEach(code -> found.add(Message.of("measure.rejected.code-twice", code)));
    }
}
