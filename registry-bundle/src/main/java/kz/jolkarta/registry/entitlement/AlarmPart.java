package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
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

/** The alarms on the home page as they were counted last, with the moment: the page must not wait for all children each time. */
@Component
public final class AlarmPart implements PagePart {
    private static final int KNOWN = 200;

    private final Alarms alarms;
    private final Wording wording;
    private final OfficeClock clock;
    private final Remembered<Sighted, List<Alarms.Line>> known;

    /** Readers who see the same. */
    private record Sighted(Scope figures, Scope children, LocalDate day, Language language) {}

    @Activate
    public AlarmPart(
            @Reference Database database,
            @Reference Alarms alarms,
            @Reference Wording wording,
            @Reference OfficeClock clock) {
        this.alarms = alarms;
        this.known = new Remembered<>(database, KNOWN);
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
        Remembered.Dated<List<Alarms.Line>> now = counted(caller);
        List<Block.Row> rows = now.answer().stream()
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

    private Remembered.Dated<List<Alarms.Line>> counted(Caller caller) {
        Sighted key = new Sighted(
                caller.user().scope(Right.REPORTS_READ),
                caller.user().scope(Right.CHILDREN_READ),
                clock.today(),
                caller.language());
        return known.dated(
                key,
                clock.now(),
                () -> alarms.overview(caller, Alarms.Filter.EVERYWHERE).alarms());
    }
}
