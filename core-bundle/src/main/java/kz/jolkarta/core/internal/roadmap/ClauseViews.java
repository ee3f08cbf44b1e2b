package kz.jolkarta.core.internal.roadmap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Deadline;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.roadmap.Programme;

/** Programmes and their clauses as the API shows them, in the caller's language. */
public final class ClauseViews {
    /** Day and month as {@code --MM-DD}. */
    public record ReportingView(String code, String regions, String ministry, boolean followingYear) {}

    public record ProgrammeView(
            String code,
            String name,
            Map<String, String> names,
            LocalDate adopted,
            List<String> official,
            int firstYear,
            int lastYear,
            List<ReportingView> reports) {}

    /** {@code lastDay} of what is due once; month and years of what is due each year. */
    public record DeadlineView(
            String kind,
            Optional<LocalDate> lastDay,
            Optional<Integer> month,
            Optional<Integer> firstYear,
            Optional<Integer> lastYear) {}

    /** How many kinds of record a measure declares, and how many indicators. */
    public record DeclaredView(int activities, int awards, int deliverables, int indicators) {}

    /**
     * @param official languages of the texts that are the act's own
     * @param note says in the caller's language that its text is an unofficial translation; empty when it is the act's own
     */
    public record ClauseView(
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

    private final Texts texts;
    private final Language language;

    public ClauseViews(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    public ProgrammeView programme(Programme programme) {
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

    /** @param programme empty for a clause that a bundle brings itself */
    public ClauseView clause(Optional<Programme> programme, Clause clause, Optional<Installed> installed) {
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
                programme.map(ClauseViews::official).orElse(List.of()),
                translated ? Optional.of(texts.text(language, "programme.unofficial")) : Optional.empty(),
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

    private static List<String> official(Programme programme) {
        return programme.official().stream().sorted().map(Language::tag).toList();
    }

    private static Map<String, String> all(Text text) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Language each : Language.values()) {
            all.put(each.tag(), text.in(each));
        }
        return all;
    }
}
