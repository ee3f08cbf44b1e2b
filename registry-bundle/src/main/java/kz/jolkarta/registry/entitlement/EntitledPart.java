package kz.jolkarta.registry.entitlement;

import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.NotReached;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a measure's page leads to those who are entitled to it and not reached; nothing is counted while the page waits. */
@Component(service = PagePart.class)
public final class EntitledPart implements PagePart {
    private static final int ORDER = 60;

    private final NotReached unreached;
    private final Wording wording;

    @Activate
    public EntitledPart(@Reference NotReached unreached, @Reference Wording wording) {
        this.unreached = unreached;
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
        boolean offered = unreached.measures().stream().anyMatch(m -> m.code().equals(measure));
        if (!offered || !caller.user().has(Right.CHILDREN_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        Address all = Address.of(EntitledPages.LIST).with("measure", measure).with("state", "not-reached");
        return List.of(Block.Card.of(
                words.text("page.entitlements.part"),
                new Block.Paragraph(words.text("page.entitlements.part-lead")),
                Block.Buttons.of(
                        EntitledPages.inChildren(words, measure, ""),
                        Action.go(words.text("page.entitlements.part-reasons"), all.href()))));
    }
}
