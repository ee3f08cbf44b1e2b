package kz.jolkarta.core.internal.pages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.PageParts;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page one sees after signing in: what the bundles have for this reader. */
@Path("")
@Component(service = Pages.class)
public final class HomePages implements Pages {
    private final PageParts parts;

    @Activate
    public HomePages(@Reference PageParts parts) {
        this.parts = parts;
    }

    @GET
    @Open
    public View home(@Context Caller caller, @Context Words words) {
        User user = caller.user();
        List<Block> blocks = new ArrayList<>(parts.blocks(PagePart.Place.HOME, caller, ""));
        if (blocks.isEmpty()) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.home.nothing")));
        }
        return View.of(words.text("page.home.title"), blocks).lead(words.text("page.home.lead", user.login()));
    }

    /** Asked by a page whose reader goes on working; the asking itself keeps the session. */
    @GET
    @Path("session/alive")
    @Open
    public Response alive() {
        return Response.noContent().build();
    }
}
