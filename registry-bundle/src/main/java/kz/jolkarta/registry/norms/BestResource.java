package kz.jolkarta.registry.norms;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The best of their own schools over HTTP. */
@Path("norms/best")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class BestResource implements ApiResource {
    private final BestOfSchools best;
    private final Texts texts;

    @Activate
    public BestResource(@Reference BestOfSchools best, @Reference Texts texts) {
        this.best = best;
        this.texts = texts;
    }

    /** @param notice that it is advice and a named person decides */
    public record Answer(String notice, List<BestOfSchool> items, String next) {
        public Answer {
            items = List.copyOf(items);
        }
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Answer list(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("school") String school,
            @QueryParam("kind") String kind,
            @QueryParam("field") String field,
            @QueryParam("method") String method,
            @QueryParam("top") String top,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        BestFilter filter = filter(territory, school, kind, field, method, top);
        Page<BestOfSchool> page = best.list(caller.user(), filter, Params.paging(limit, after));
        return new Answer(texts.text(caller.language(), "norms.notice"), page.items(), page.next());
    }

    static BestFilter filter(String territory, String school, String kind, String field, String method, String top) {
        return BestFilter.of(
                Params.territory(territory),
                Params.number("school", school),
                Choice.of(BestFilter.Kind.class, "kind", kind),
                Choice.of(TalentField.class, "field", field),
                Params.text("method", method),
                Params.number("top", top));
    }
}
