package kz.jolkarta.registry.duties;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;

/** How many applications of children came in each of the last months; nobody waits for the counting, which goes over all of them. */
final class ApplicationMonths {
    private static final int MONTHS = 12;
    private static final int DAYS = 30;
    private static final int KNOWN = 200;
    private static final Duration REST = Duration.ofHours(1);

    private final Database database;
    private final OfficeClock clock;
    private final Remembered<Sighted, Counted> known;

    private record Sighted(Scope scope, LocalDate day) {}

    /** @param lately in the last days @param months the oldest first, the running one last */
    private record Counted(long lately, List<Long> months) {}

    ApplicationMonths(Database database, OfficeClock clock) {
        this.database = database;
        this.clock = clock;
        this.known = new Remembered<>(database, KNOWN);
    }

    /** Empty until it has been counted. */
    Optional<Block.Tile> tile(Words words, Scope scope) {
        LocalDate today = clock.today();
        return known.known(new Sighted(scope, today), clock.now(), REST, () -> counted(scope, today))
                .map(counted -> new Block.Tile(
                                words.text("page.duties.applications"),
                                words.number(counted.lately()),
                                words.text("page.duties.applications.note"),
                                "",
                                Tone.PLAIN,
                                "chart-bar")
                        .spark(new Block.Spark(counted.months(), said(words, counted.months(), today))));
    }

    private static String said(Words words, List<Long> months, LocalDate today) {
        String all = IntStream.range(0, months.size())
                .mapToObj(i -> words.month(today.minusMonths(MONTHS - 1L - i).getMonthValue()) + " "
                        + words.number(months.get(i)))
                .collect(Collectors.joining(", "));
        return words.text("page.duties.applications.months", all);
    }

    private Counted counted(Scope scope, LocalDate today) {
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS - 1L);
        List<Instant> starts = IntStream.rangeClosed(0, MONTHS)
                .mapToObj(i -> start(first.plusMonths(i).atDay(1)))
                .toList();
        return database.read(tx -> new Counted(
                ApplicationMonthStore.since(tx, scope, start(today.minusDays(DAYS))),
                ApplicationMonthStore.between(tx, scope, starts)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.zone()).toInstant();
    }
}
