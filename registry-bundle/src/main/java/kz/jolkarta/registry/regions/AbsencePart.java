package kz.jolkarta.registry.regions;

import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Regions that do not carry out a measure today and why, on the measure's page. */
@Component
public final class AbsencePart implements PagePart {
    private static final int ORDER = 90;

    private final Measures measures;
    private final RegionMeasures regions;
    private final TerritoryChoice territories;
    private final Wording wording;

    @Activate
    public AbsencePart(
            @Reference Measures measures,
            @Reference RegionMeasures regions,
            @Reference TerritoryChoice territories,
            @Reference Wording wording) {
        this.measures = measures;
        this.regions = regions;
        this.territories = territories;
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
        if (!caller.user().has(Right.REPORTS_READ) || measures.find(measure).isEmpty()) {
            return List.of();
        }
        Words words = wording.of(caller);
        List<Block.Row> rows = regions.absent(caller.user(), measure).stream()
                .map(a -> Block.Row.of(
                        "ban",
                        Tone.NONE,
                        territories.name(words, a.region()),
                        words.text("page.absences.since", words.date(a.from()), a.reason()),
                        RegionAbsencePages.href(a.region()) + "?measure=" + measure))
                .toList();
        Action[] own = own(caller.user().scope(Right.MEASURES_MANAGE)).stream()
                .map(region -> Action.link(
                        words.text("page.absences.new"), RegionAbsencePages.href(region) + "/new?measure=" + measure))
                .toArray(Action[]::new);
        return rows.isEmpty() && own.length == 0
                ? List.of()
                : List.of(Block.Card.of(
                                words.text("page.absences.card"),
                                new Block.Rows(rows, words.text("page.absences.everywhere")))
                        .actions(own));
    }

    /** The region of who manages the measures of one; who manages those of several begins at a region's report. */
    private static List<String> own(Scope scope) {
        return scope.prefixes().size() == 1
                        && scope.prefixes().iterator().next().length() == 2
                ? List.of(scope.prefixes().iterator().next() + "0000000")
                : List.of();
    }
}
