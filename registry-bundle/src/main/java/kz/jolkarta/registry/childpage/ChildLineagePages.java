package kz.jolkarta.registry.childpage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.Child;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.lineage.Lineage;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a child's record comes from, where the child lived, who stands behind its prizes, and the materials that show it. */
@Path("children/{child: \\d+}/" + ChildTabs.LINEAGE)
@Component(service = Pages.class)
public final class ChildLineagePages implements Pages {
    private final Children children;
    private final Lineage lineage;
    private final Ledger ledger;
    private final Gazetteer gazetteer;

    @Activate
    public ChildLineagePages(
            @Reference Children children,
            @Reference Lineage lineage,
            @Reference Ledger ledger,
            @Reference Gazetteer gazetteer) {
        this.children = children;
        this.lineage = lineage;
        this.ledger = ledger;
        this.gazetteer = gazetteer;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("child") long id) {
        Child child = children.open(caller, id);
        Origin origin = ledger.database().read(tx -> OriginStore.of(tx, id));
        OriginBlocks blocks = new OriginBlocks(words, caller.user(), gazetteer, ledger.measures());
        List<Block> shown = List.of(
                blocks.record(origin),
                blocks.places(origin),
                blocks.prizes(lineage.behind(caller.user(), id)),
                blocks.materials(origin));
        return View.of(words.text("page.child.tab.lineage"), shown)
                .lead(child.fullName() + ". " + words.text("page.child.lineage.lead"))
                .up(words.text("page.child.back"), ChildTabs.page(id, ChildTabs.WHOLE))
                .tabs(ChildTabs.of(words, caller.user(), id, ChildTabs.LINEAGE));
    }
}
