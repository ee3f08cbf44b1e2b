package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.TalentField;

/** What a figure is broken down by: the keys in their order, and their names. */
final class Breakdowns {
    private static final String NONE = "none";
    private static final Set<Class<? extends Selection>> OF_ACTIVITIES = Set.of(
            Selection.Participants.class,
            Selection.Activities.class,
            Selection.Applications.class,
            Selection.Staff.class);

    private final Texts texts;

    Breakdowns(Texts texts) {
        this.texts = texts;
    }

    /** The keys that are always shown, then those found besides. */
    List<String> keys(Dimension by, Installed measure, Selection selection, List<String> found) {
        Set<String> keys = new LinkedHashSet<>(
                switch (by.kind()) {
                    case SEX -> List.of("female", "male");
                    case GRADE_BAND -> List.of("primary", "basic", "senior");
                    case TALENT ->
                        Stream.of(TalentField.values()).map(Json::name).toList();
                    case LANGUAGE -> List.of("kk", "ru");
                    case TYPE -> types(measure, selection);
                    case STEP ->
                        measure.deliverables().stream()
                                .flatMap(d -> d.steps().stream())
                                .toList();
                    case SOURCE, COORDINATOR -> List.<String>of();
                    case FIELD -> by.choices();
                });
        found.stream().filter(key -> !key.equals(NONE)).sorted().forEach(keys::add);
        if (found.contains(NONE)) {
            keys.add(NONE);
        }
        return List.copyOf(keys);
    }

    /** The dimension's code in an answer; of a choice field the field's. */
    static String code(Dimension by) {
        return by.kind() == Dimension.Kind.FIELD ? by.field() : Json.name(by.kind());
    }

    /** The dimension of a code that {@link #code} gave. */
    static Dimension of(String code) {
        return Stream.of(Dimension.Kind.values())
                .filter(kind -> kind != Dimension.Kind.FIELD && Json.name(kind).equals(code))
                .findFirst()
                .map(kind -> new Dimension(kind, "", List.of()))
                .orElseGet(() -> new Dimension(Dimension.Kind.FIELD, code, List.of()));
    }

    /** @param measure its code */
    String name(Language language, Dimension by, String measure) {
        return texts.text(
                language,
                by.kind() == Dimension.Kind.FIELD
                        ? measure + ".field." + by.field()
                        : "dimension." + Json.name(by.kind()));
    }

    /** @param measure its code */
    String name(Language language, Dimension by, String measure, String key) {
        if (key.equals(NONE)) {
            return texts.text(language, "report.none");
        }
        if (by.kind() == Dimension.Kind.COORDINATOR) {
            return texts.text(language, "report.coordinator", key);
        }
        Stream<String> candidates = switch (by.kind()) {
            case SEX -> Stream.of("sex." + key);
            case GRADE_BAND -> Stream.of("report.band." + key);
            case TALENT -> Stream.of("talent." + key);
            case LANGUAGE -> Stream.of("report.language." + key);
            case SOURCE -> Stream.of("record.source." + key);
            case STEP -> Stream.of(measure + ".step." + key);
            case COORDINATOR -> Stream.empty();
            case FIELD -> Stream.of(measure + ".choice." + by.field() + "." + key);
            case TYPE -> Stream.of("activity", "award", "deliverable").map(kind -> measure + "." + kind + "." + key);
        };
        return candidates
                .filter(texts::has)
                .findFirst()
                .map(found -> texts.text(language, found))
                .orElse(key);
    }

    private static List<String> types(Installed measure, Selection selection) {
        List<String> declared = new ArrayList<>();
        Set<String> wanted = types(selection);
        if (OF_ACTIVITIES.contains(selection.getClass())) {
            measure.activities().forEach(a -> declared.add(a.code()));
        } else if (selection instanceof Selection.Awards || selection instanceof Selection.Quotas) {
            measure.awards().forEach(a -> declared.add(a.code()));
        } else if (selection instanceof Selection.Deliverables || selection instanceof Selection.Authors) {
            measure.deliverables().forEach(d -> declared.add(d.code()));
        }
        return wanted.isEmpty()
                ? declared
                : declared.stream().filter(wanted::contains).toList();
    }

    private static Set<String> types(Selection selection) {
        if (selection instanceof Selection.Participants p) {
            return p.types();
        } else if (selection instanceof Selection.Activities a) {
            return a.types();
        } else if (selection instanceof Selection.Applications a) {
            return a.types();
        } else if (selection instanceof Selection.Staff s) {
            return s.types();
        } else if (selection instanceof Selection.Authors a) {
            return a.types();
        } else if (selection instanceof Selection.Awards a) {
            return a.types();
        } else if (selection instanceof Selection.Quotas q) {
            return q.types();
        } else if (selection instanceof Selection.Payments p) {
            return p.types();
        }
        return selection instanceof Selection.Deliverables d ? d.types() : Set.of();
    }
}
