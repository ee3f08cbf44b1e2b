package kz.jolkarta.core.internal.measure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.roadmap.ClauseViews;
import kz.jolkarta.core.internal.roadmap.ClauseViews.ClauseView;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Measures.Rejected;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;

/** What measures declare, as the API shows it, in the caller's language. */
final class MeasureViews {
    record ChoiceView(String code, String name) {}

    record FieldView(String code, String name, Field.Kind kind, boolean required, List<ChoiceView> choices) {}

    /** @param kind e.g. {@code led-by} @param words the rule in words */
    record RuleView(String kind, String words) {}

    record ActivityView(
            String code, String name, Audience audience, String who, List<RuleView> rules, List<FieldView> fields) {}

    record AwardView(
            String code,
            String name,
            Audience audience,
            String who,
            AwardType.Quota quota,
            AwardType.Limit limit,
            List<RuleView> rules,
            List<FieldView> fields) {}

    /** @param steps in their order, the last of them adopting it */
    record DeliverableView(
            String code,
            String name,
            boolean showsChildren,
            List<RuleView> rules,
            List<FieldView> fields,
            List<ChoiceView> steps) {}

    /** @param rule what is counted, in words */
    record IndicatorView(String code, String name, String rule, List<Dimension> by) {}

    /** @param clause its members stand beside the others */
    record MeasureView(
            @JsonUnwrapped ClauseView clause,
            Reach reach,
            List<ActivityView> activities,
            List<AwardView> awards,
            List<DeliverableView> deliverables,
            List<IndicatorView> indicators) {}

    record RejectedView(String source, String component, String reason) {}

    private final Texts texts;
    private final Language language;

    MeasureViews(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    MeasureView measure(Optional<Programme> programme, Installed measure) {
        String code = measure.code();
        return new MeasureView(
                new ClauseViews(texts, language).clause(programme, measure.clause(), Optional.of(measure)),
                measure.reach(),
                measure.activities().stream()
                        .map(a -> new ActivityView(
                                a.code(),
                                word(code + ".activity." + a.code()),
                                a.audience(),
                                say(Words.of(a.who())),
                                rules(measure, a.rules()),
                                fields(code, a.fields())))
                        .toList(),
                measure.awards().stream()
                        .map(a -> new AwardView(
                                a.code(),
                                word(code + ".award." + a.code()),
                                a.audience(),
                                say(Words.of(a.who())),
                                a.quota(),
                                a.limit(),
                                rules(measure, a.rules()),
                                fields(code, a.fields())))
                        .toList(),
                measure.deliverables().stream()
                        .map(d -> new DeliverableView(
                                d.code(),
                                word(code + ".deliverable." + d.code()),
                                d.showsChildren(),
                                rules(measure, d.rules()),
                                fields(code, d.fields()),
                                d.steps().stream()
                                        .map(s -> new ChoiceView(s, word(code + ".step." + s)))
                                        .toList()))
                        .toList(),
                measure.indicators().stream()
                        .map(i -> new IndicatorView(
                                i.code(),
                                word(code + ".indicator." + i.code()),
                                say(Words.of(i, measure)),
                                i.by().stream().sorted().toList()))
                        .toList());
    }

    List<RejectedView> rejected(List<Rejected> measures, List<Programmes.Rejected> files) {
        return Stream.concat(
                        measures.stream().map(r -> new RejectedView(r.bundle(), r.component(), say(r.reason()))),
                        files.stream().map(r -> new RejectedView(r.file(), "", say(r.reason()))))
                .toList();
    }

    private List<RuleView> rules(Installed measure, List<Rule> rules) {
        return rules.stream()
                .map(r -> new RuleView(kind(r), say(Words.of(r, measure))))
                .toList();
    }

    private static String kind(Rule rule) {
        return rule.getClass()
                .getSimpleName()
                .replaceAll("(?<!^)(?=\\p{Lu})", "-")
                .toLowerCase(Locale.ROOT);
    }

    private List<FieldView> fields(String measure, List<Field> fields) {
        return fields.stream()
                .map(f -> new FieldView(
                        f.code(),
                        word(measure + ".field." + f.code()),
                        f.kind(),
                        f.required(),
                        f.choices().stream()
                                .map(c -> new ChoiceView(c, word(measure + ".choice." + f.code() + "." + c)))
                                .toList()))
                .toList();
    }

    private String word(String key) {
        return texts.text(language, key);
    }

    private String say(Message message) {
        return texts.text(language, message);
    }
}
