package kz.jolkarta.reporting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.MeasureHealth;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How well the measures are by the report of the reader's region: whether rows are filled or explained, and whether records have source and ground. */
@Component(service = MeasureHealth.class)
public final class ReportHealth implements MeasureHealth {
    private final ReportBooks books;
    private final Territories territories;
    private final OfficeClock clock;
    private final Wording wording;

    @Activate
    public ReportHealth(
            @Reference ReportBooks books,
            @Reference Territories territories,
            @Reference OfficeClock clock,
            @Reference Wording wording) {
        this.books = books;
        this.territories = territories;
        this.clock = clock;
        this.wording = wording;
    }

    /** Of this year's report; nothing until it has been counted, for which nobody waits here, nor for who has more regions than one. */
    @Override
    public Map<String, List<Block.Row>> points(Caller caller) {
        Scope scope = caller.user().scope(Right.REPORTS_READ);
        LocalDate today = clock.today();
        String year = String.valueOf(today.getYear());
        List<Territory> regions = territories
                .regions(Period.of(today.getYear(), today).day())
                .stream()
                .filter(r -> scope.covers(r.code()))
                .toList();
        if (regions.size() != 1) {
            return Map.of();
        }
        String region = regions.get(0).code();
        if (!books.counted(caller.user(), caller.language(), year, region, Duration.ZERO)) {
            return Map.of();
        }
        ReportBook book = books.open(caller.user(), caller.language(), year, region);
        Words words = wording.of(caller);
        Map<String, List<Block.Row>> points = new HashMap<>();
        book.report().measures().forEach(row -> points.put(row.code(), points(words, book, row)));
        return points;
    }

    private static List<Block.Row> points(Words words, ReportBook book, MeasureReport row) {
        if (book.checks().row(row) == ReportChecks.Row.NOT_RUN) {
            return List.of();
        }
        String href = ReportPages.row(book.report(), row.code());
        String report =
                words.text("page.report.title", String.valueOf(book.report().year()));
        List<ReportChecks.Finding> findings = book.checks().of(row.code());
        if (!findings.isEmpty()) {
            return findings.stream()
                    .map(f -> Block.Row.of("", ReportRows.tone(f.kind()), ReportRows.sentence(words, f), report, href))
                    .toList();
        }
        return List.of(Block.Row.of("", Tone.OK, words.text("page.report.health.ready"), report, href));
    }
}
