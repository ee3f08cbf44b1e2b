package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Words;

/**
 * Which returns a list holds and in which order; an empty member means all.
 *
 * @param sort year, region or entered, falling with a hyphen before it
 */
record ArchiveFilter(Optional<Integer> year, Optional<Archive.State> state, String sort) {
    /** The last year first. */
    static final String USUALLY = "-year";

    private static final List<String> ORDERS = List.of("year", "region", "entered");

    /**
     * A return in a list, in the reader's language.
     *
     * @param entered of how many measures something was entered
     * @param asked how many measures a region is asked for
     * @param at when something was entered last
     */
    record Listed(
            int year, String region, String name, Archive.State state, int entered, int asked, Optional<Instant> at) {}

    /** @throws Problem INVALID for what cannot be asked for */
    static ArchiveFilter of(String year, String state, String sort) {
        if (!year.isEmpty() && !year.matches("\\d{4}")) {
            throw Problem.field("year", "problem.value");
        }
        String by = sort.isEmpty() ? USUALLY : sort;
        if (!ORDERS.contains(by.replaceFirst("^-", ""))) {
            throw Problem.field("sort", "archive.sort", String.join(", ", ORDERS));
        }
        return new ArchiveFilter(
                year.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(year)), state(state), by);
    }

    private static Optional<Archive.State> state(String asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        for (Archive.State state : Archive.State.values()) {
            if (Json.name(state).equals(asked)) {
                return Optional.of(state);
            }
        }
        throw Problem.field("state", "problem.value");
    }

    private List<Listed> all(Words words, List<Archive.Summary> returns) {
        List<Listed> listed = new ArrayList<>(words.sorted(returns, r -> words.text(r.name())).stream()
                .filter(r -> year.map(y -> y == r.year()).orElse(true))
                .filter(r -> state.map(s -> s == r.state()).orElse(true))
                .map(r -> new Listed(
                        r.year(),
                        r.region(),
                        words.text(r.name()),
                        r.state(),
                        r.sum().map(ArchiveStore.Sum::measures).orElse(0),
                        r.asked(),
                        r.sum().map(ArchiveStore.Sum::at)))
                .toList());
        boolean falling = sort.startsWith("-");
        switch (sort.replaceFirst("^-", "")) {
            case "region" -> {
                if (falling) {
                    Collections.reverse(listed);
                }
            }
            case "entered" -> listed.sort(order(Comparator.comparing(l -> l.at().orElse(Instant.EPOCH)), falling));
            default -> listed.sort(order(Comparator.comparing(Listed::year), falling));
        }
        return listed;
    }

    private static Comparator<Listed> order(Comparator<Listed> by, boolean falling) {
        return falling ? by.reversed() : by;
    }

    /** A page of the list. @param after how many come before it, "" for none @param limit "" for the usual number */
    Page<Listed> page(Words words, List<Archive.Summary> returns, String limit, String after) {
        List<Listed> all = all(words, returns);
        int most = RowsBehind.limit(limit);
        int from = (int) Math.min(all.size(), RowsBehind.after(after));
        int to = Math.min(all.size(), from + most);
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : "");
    }

    /** Every row of the list. */
    void each(Words words, List<Archive.Summary> returns, Consumer<Listed> visitor) {
        all(words, returns).forEach(visitor);
    }
}
