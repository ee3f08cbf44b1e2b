package kz.jolkarta.registry.entitlement;

import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a measure's page leads to the question what another order would do; nothing is counted while the page waits. */
@Component(service = PagePart.class)
public final class WhatIfPart implements PagePart {
    private static final int ORDER = 61;

    private final Sweeps sweeps;
    private final Wording wording;

    @Activate
    public WhatIfPart(@Reference Sweeps sweeps, @Reference Wording wording) {
        this.sweeps = sweeps;
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
        boolean asked = sweeps.ledger()
                .measures()
                .find(measure)
                .filter(m -> !WhatIfs.kinds(m).isEmpty())
                .isPresent();
        if (!asked || !caller.user().has(Right.CHILDREN_READ) || !caller.user().has(Right.RECORDS_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        return List.of(Block.Card.of(
                words.text("page.what-if.title"),
                new Block.Paragraph(words.text("page.what-if.part-lead")),
                Block.Buttons.of(Action.go(words.text("page.what-if.open"), WhatIfPages.home(measure)))));
    }
}
