package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** This year's figures of a measure, on the measure's page. */
@Component
public final class FiguresPart implements PagePart {
    private final KnownReports reports;
    private final Wording wording;

    @Activate
    public FiguresPart(@Reference KnownReports reports, @Reference Wording wording) {
        this.reports = reports;
        this.wording = wording;
    }

    @Override
    public Place place() {
        return Place.MEASURE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Block> blocks(Caller caller, String subject) {
        if (!caller.user().has(Right.REPORTS_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        MeasureFigures figures;
        try {
            figures = reports.measure(caller.user(), caller.language(), subject, "", "")
                    .answer();
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            // A measure that is not here any more has no figures of this year.
            return List.of();
        }
        String href = IndicatorPages.href(subject);
        List<Block> blocks = new ArrayList<>();
        if (!figures.reason().isEmpty()) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.report.reason", figures.reason())));
        }
        blocks.add(new Block.Tiles(figures.indicators().stream()
                .map(i -> new Block.Tile(
                        i.name(),
                        Shown.value(words, i),
                        Shown.note(words, i),
                        WhyPanel.href(Address.of(href), subject, i.code(), ""),
                        Tone.PLAIN,
                        ""))
                .toList()));
        return List.of(Block.Card.of(words.text("page.indicators.card", String.valueOf(figures.year())), blocks)
                .actions(Action.link(words.text("page.indicators.open"), href)));
    }
}
