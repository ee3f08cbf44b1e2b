package kz.jolkarta.core.internal.measure;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.measure.PageViews.PageLink;
import kz.jolkarta.core.internal.measure.PageViews.PageView;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.OwnPage;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Own pages of the measures; each asks for the right it names. */
@Component(service = ApiResource.class)
@Path("/measures/{code}/pages")
@Produces(MediaType.APPLICATION_JSON)
public final class PageResource implements ApiResource {
    private final Measures measures;
    private final Pages pages;
    private final Texts texts;
    private final OfficeClock clock;

    @Activate
    public PageResource(
            @Reference Measures measures,
            @Reference Pages pages,
            @Reference Texts texts,
            @Reference OfficeClock clock) {
        this.measures = measures;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    /** Those the caller may open. */
    @GET
    @Open
    public Page<PageLink> list(@Context Caller caller, @PathParam("code") String measure) {
        measures.require(measure);
        PageViews views = new PageViews(texts, caller.language());
        List<PageLink> links = pages.of(measure).stream()
                .filter(p -> caller.user().has(p.page().needs()))
                .map(p -> views.link(measure, p.code()))
                .toList();
        return new Page<>(links, "");
    }

    @GET
    @Path("{page}")
    @Open
    public PageView page(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("page") String code,
            @QueryParam("year") String year) {
        measures.require(measure);
        OwnPage page = pages.find(measure, code).orElseThrow(Problem::notFound);
        User user = caller.user();
        int of = OwnPageYear.of(year, clock);
        return new PageViews(texts, caller.language())
                .page(measure, code, of, page.content(user.require(page.needs()), of));
    }
}
