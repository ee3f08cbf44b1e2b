package kz.jolkarta.registry.entitlement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.records.Moves;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The alarms on the home page, counted anew after some minutes: the page must not wait for all children each time. */
@Component
public final class AlarmPart implements PagePart {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 200;

    private final Alarms alarms;
    private final Wording wording;
    private final OfficeClock clock;
    private final Map<Sighted, Counted> counted = new ConcurrentHashMap<>();

    /** Readers who see the same. */
    private record Sighted(Scope figures, Scope children, Language language) {}

    private record Counted(Instant at, List<Alarms.Line> lines) {}

    @Activate
    public AlarmPart(@Reference Alarms alarms, @Reference Wording wording, @Reference OfficeClock clock) {
        this.alarms = alarms;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.HOME;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Block> blocks(Caller caller, String subject) {
        if (!caller.user().has(Right.REPORTS_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        Counted now = counted(caller);
        List<Block.Row> rows = now.lines().stream()
                .filter(line -> line.count() == null || line.count() > 0)
                .map(line -> Block.Row.of(
                        AlarmPages.icon(line.kind()),
                        AlarmPages.tone(line.count()),
                        words.text("page.alarms.list." + Moves.code(line.kind())) + ": "
                                + AlarmPages.count(line.count(), words),
                        line.meaning(),
                        AlarmPages.ALARMS + "?kind=" + Moves.code(line.kind())))
                .toList();
        return List.of(Block.Card.of(
                        words.text("page.alarms.title"),
                        new Block.Rows(rows, words.text("page.alarms.none")),
                        new Block.Paragraph(words.text("page.alarms.as-of", words.time(now.at()))))
                .actions(Action.link(words.text("page.alarms.all"), AlarmPages.ALARMS)));
    }

    private Counted counted(Caller caller) {
        Sighted key = new Sighted(
                caller.user().scope(Right.REPORTS_READ), caller.user().scope(Right.CHILDREN_READ), caller.language());
        Instant now = clock.now();
        Counted known = counted.get(key);
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return known;
        }
        if (counted.size() >= MOST_KEPT) {
            counted.clear();
        }
        Alarms.Filter everywhere =
                new Alarms.Filter(Optional.empty(), Alarms.Filter.DAYS, Optional.empty(), Optional.empty());
        Counted fresh = new Counted(now, alarms.overview(caller, everywhere).alarms());
        counted.put(key, fresh);
        return fresh;
    }
}
