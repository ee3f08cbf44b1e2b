package kz.jolkarta.core.internal.measure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Measures.Rejected;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Deadline;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;

/** Programmes and measures as the API shows them, in the caller's language. */
final class MeasureViews {
    /** Day and month as {@code --MM-DD}. */
    record ReportingView(String code, String regions, String ministry, boolean followingYear) {}

    record ProgrammeView(
            String code,
            String name,
            Map<String, String> names,
            LocalDate adopted,
            List<String> official,
            int firstYear,
            int lastYear,
            List<ReportingView> reports) {}

    /** {@code lastDay} of what is due once; month and years of what is due each year. */
    record DeadlineView(
            String kind,
            Optional<LocalDate> lastDay,
            Optional<Integer> month,
            Optional<Integer> firstYear,
            Optional<Integer> lastYear) {}

    /** How many kinds of record a measure declares, and how many indicators. */
    record DeclaredView(int activities, int awards, int deliverables, int indicators) {}

    /**
     * @param official languages of the texts that are the act's own
     * @param note says in the caller's language that its text is an unofficial translation; empty when it is the act's own
     */
    record ClauseView(
            String programme,
            int number,
            String code,
            String name,
            Map<String, String> names,
            String text,
            Map<String, String> texts,
            List<String> official,
            Optional<String> note,
            String completion,
            String responsible,
            boolean ministry,
            DeadlineView deadline,
            List<FundingSource> sources,
            boolean installed,
            Optional<String> bundle,
            Optional<String> version,
            Optional<DeclaredView> declared) {}

    record ChoiceView(String code, String name) {}

    record FieldView(String code, String name, Field.Kind kind, boolean required, List<ChoiceView> choices) {}

    record ActivityView(String code, String name, ActivityType.Audience audience, String who, List<FieldView> fields) {}

    record AwardView(
            String code,
            String name,
            String who,
            AwardType.Quota quota,
            AwardType.Limit limit,
            List<FieldView> fields) {}

    record DeliverableView(String code, String name, boolean showsChildren, List<FieldView> fields) {}

    /** @param rule what is counted, in words */
    record IndicatorView(String code, String name, String rule, List<Indicator.Dimension> by) {}

    /** @param clause its members stand beside the others */
    record MeasureView(
            @JsonUnwrapped ClauseView clause,
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

    ProgrammeView programme(Programme programme) {
        return new ProgrammeView(
                programme.code(),
                programme.act().in(language),
                all(programme.act()),
                programme.adopted(),
                official(programme),
                programme.firstYear(),
                programme.lastYear(),
                programme.reports().stream()
                        .map(r -> new ReportingView(
                                r.code(), r.regions().toString(), r.ministry().toString(), r.followingYear()))
                        .toList());
    }

    ClauseView clause(Programme programme, Clause clause, Optional<Installed> installed) {
        return clause(Optional.of(programme), clause, installed);
    }

    MeasureView measure(Optional<Programme> programme, Installed measure) {
        String code = measure.code();
        return new MeasureView(
                clause(programme, measure.clause(), Optional.of(measure)),
                measure.activities().stream()
                        .map(a -> new ActivityView(
                                a.code(),
                                word(code + ".activity." + a.code()),
                                a.audience(),
                                say(Words.of(a.who())),
                                fields(code, a.fields())))
                        .toList(),
                measure.awards().stream()
                        .map(a -> new AwardView(
                                a.code(),
                                word(code + ".award." + a.code()),
                                say(Words.of(a.who())),
                                a.quota(),
                                a.limit(),
                                fields(code, a.fields())))
                        .toList(),
                measure.deliverables().stream()
                        .map(d -> new DeliverableView(
                                d.code(),
                                word(code + ".deliverable." + d.code()),
                                d.showsChildren(),
                                fields(code, d.fields())))
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

    private ClauseView clause(Optional<Programme> programme, Clause clause, Optional<Installed> installed) {
        boolean translated =
                programme.filter(p -> !p.official().contains(language)).isPresent();
        return new ClauseView(
                clause.programme(),
                clause.number(),
                clause.code(),
                clause.name().in(language),
                all(clause.name()),
                clause.text().in(language),
                all(clause.text()),
                programme.map(MeasureViews::official).orElse(List.of()),
                translated ? Optional.of(word("programme.unofficial")) : Optional.empty(),
                clause.completion().in(language),
                clause.responsible().in(language),
                clause.ministry(),
                deadline(clause.deadline()),
                clause.sources().stream().sorted().toList(),
                installed.isPresent(),
                installed.map(Installed::bundle),
                installed.map(Installed::version),
                installed.map(m -> new DeclaredView(
                        m.activities().size(),
                        m.awards().size(),
                        m.deliverables().size(),
                        m.indicators().size())));
    }

    private static DeadlineView deadline(Deadline deadline) {
        if (deadline instanceof Deadline.Once once) {
            return new DeadlineView(
                    "once", Optional.of(once.lastDay()), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Deadline.Yearly yearly = (Deadline.Yearly) deadline;
        return new DeadlineView(
                "yearly",
                Optional.empty(),
                Optional.of(yearly.month().getValue()),
                Optional.of(yearly.firstYear()),
                Optional.of(yearly.lastYear()));
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

    private static List<String> official(Programme programme) {
        return programme.official().stream()
                .sorted(Comparator.naturalOrder())
                .map(Language::tag)
                .toList();
    }

    private static Map<String, String> all(Text text) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Language each : Language.values()) {
            all.put(each.name().toLowerCase(Locale.ROOT), text.in(each));
        }
        return all;
    }

    private String word(String key) {
        return texts.text(language, key);
    }

    private String say(Message message) {
        return texts.text(language, message);
    }
}
