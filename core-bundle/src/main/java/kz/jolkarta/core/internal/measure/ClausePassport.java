package kz.jolkarta.core.internal.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Block.Fact;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Deadline;
import kz.jolkarta.core.roadmap.Resolution997;

/** The passport of a clause in words: term, money, who answers for it, how it ends. */
final class ClausePassport {
    /** Signs of the measures of № 997, in their order. */
    private static final List<String> ICONS = List.of(
            "chart-dots",
            "building-community",
            "user-check",
            "presentation",
            "bulb",
            "chart-bar",
            "route",
            "cpu",
            "sun",
            "mood-smile",
            "confetti",
            "building-monument",
            "ticket",
            "coin",
            "award",
            "school",
            "gavel",
            "speakerphone",
            "database");

    private ClausePassport() {}

    /** The clause's sign; "" for a clause of another programme. */
    static String icon(Clause clause) {
        boolean known = clause.programme().equals(Resolution997.programme().code()) && clause.number() <= ICONS.size();
        return known ? ICONS.get(clause.number() - 1) : "";
    }

    static List<Fact> facts(Words words, Clause clause) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(words.text("page.measures.term"), term(words, clause.deadline())));
        facts.add(Fact.of(words.text("page.measures.money"), money(words, clause)));
        facts.add(Fact.of(words.text("page.measures.responsible"), words.text(clause.responsible())));
        facts.add(Fact.of(words.text("page.measures.completion"), words.text(clause.completion())));
        return facts;
    }

    private static String term(Words words, Deadline deadline) {
        if (deadline instanceof Deadline.Once once) {
            return words.text("page.measures.once", words.date(once.lastDay()));
        }
        Deadline.Yearly yearly = (Deadline.Yearly) deadline;
        return words.text(
                "page.measures.yearly",
                words.month(yearly.month().getValue()),
                String.valueOf(yearly.firstYear()),
                String.valueOf(yearly.lastYear()));
    }

    private static String money(Words words, Clause clause) {
        return clause.sources().isEmpty()
                ? words.text("page.measures.no-money")
                : clause.sources().stream()
                        .sorted()
                        .map(s -> words.text("page.source." + Json.name(s)))
                        .collect(Collectors.joining(", "));
    }
}
