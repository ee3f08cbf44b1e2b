package kz.jolkarta.registry.deliverables;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many deliverables a measure has in each state, on the measure's page. */
@Component
public final class DeliverablePart implements PagePart {
    private static final int ORDER = 40;

    private final Measures measures;
    private final Deliverables deliverables;
    private final Wording wording;

    @Activate
    public DeliverablePart(
            @Reference Measures measures, @Reference Deliverables deliverables, @Reference Wording wording) {
        this.measures = measures;
        this.deliverables = deliverables;
        this.wording = wording;
    }

    @Override
    public Place place() {
        return Place.MEASURE;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Block> blocks(Caller caller, String measure) {
        boolean declared =
                measures.find(measure).filter(m -> !m.deliverables().isEmpty()).isPresent();
        if (!declared || !caller.user().has(Right.RECORDS_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        Map<DeliverableState, Long> counts = deliverables.counts(caller.user(), measure);
        String list = DeliverableLook.list(measure);
        List<Block.Tile> tiles = Stream.of(DeliverableState.values())
                .map(s -> new Block.Tile(
                        words.text(DeliverableState.MOVES.name(s)),
                        words.number(counts.getOrDefault(s, 0L)),
                        "",
                        list + "?state=" + Json.name(s),
                        Tone.PLAIN,
                        ""))
                .toList();
        Action all = Action.go(words.text("page.activities.to-list"), list);
        Action[] acts = Stream.concat(Stream.of(all), DeliverableList.acts(caller, words, measure).stream())
                .toArray(Action[]::new);
        return List.of(Block.Card.of(words.text("page.deliverables.title"), new Block.Tiles(tiles))
                .actions(acts));
    }
}
