package kz.jolkarta.registry.entitlement;

import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Moves;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The alarms on the home page as they were counted last, with the moment: the page must not wait for all children each time. */
@Component
public final class AlarmPart implements PagePart {
    private final Alarms alarms;
    private final Wording wording;

    @Activate
    public AlarmPart(@Reference Alarms alarms, @Reference Wording wording) {
        this.alarms = alarms;
        this.wording = wording;
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
        Alarms.Answer counted = alarms.overview(caller, Alarms.Filter.EVERYWHERE);
        List<Block.Row> rows = counted.alarms().stream()
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
                        new Block.Paragraph(words.text("page.alarms.as-of", words.time(counted.at()))))
                .actions(Action.link(words.text("page.alarms.all"), AlarmPages.ALARMS)));
    }
}
