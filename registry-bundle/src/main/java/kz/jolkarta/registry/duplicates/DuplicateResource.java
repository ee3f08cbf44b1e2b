package kz.jolkarta.registry.duplicates;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The queue of children who may be registered twice, over HTTP. */
@Path("duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class DuplicateResource implements ApiResource {
    private final Pairs pairs;
    private final Merges merges;
    private final Unmerges unmerges;
    private final Texts texts;

    @Activate
    public DuplicateResource(
            @Reference Pairs pairs, @Reference Merges merges, @Reference Unmerges unmerges, @Reference Texts texts) {
        this.pairs = pairs;
        this.merges = merges;
        this.unmerges = unmerges;
        this.texts = texts;
    }

    /** @param territory KATO code; wherever the caller may change children when it is not given */
    record SearchWish(String territory) {}

    /** @param one id of a child @param other id of another record */
    record Two(Long one, Long other) {}

    record ReasonGiven(String reason) {}

    record JobStarted(long job) {}

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<PairView> list(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("state") String state,
            @QueryParam("likeness") String likeness,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Page<Pair> found =
                pairs.list(caller.user(), filter(territory, state, likeness, q, sort), Params.paging(limit, after));
        return new Page<>(
                found.items().stream()
                        .map(p -> PairView.of(p, texts, caller.language()))
                        .toList(),
                found.next());
    }

    static PairFilter filter(String territory, String state, String likeness, String q, String sort) {
        return new PairFilter(
                Params.territory(territory),
                Choice.of(PairState.class, "state", state),
                Params.number("likeness", likeness),
                Params.text("q", q),
                PairFilter.ORDERS.of(sort));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response put(@Context Caller caller, Two input) {
        Two two = Params.body(input);
        if (two.one() == null || two.other() == null) {
            throw Problem.field(two.one() == null ? "one" : "other", "record.required");
        }
        long id = pairs.put(caller.user(), two.one(), two.other());
        return answer(caller, id);
    }

    @POST
    @Path("searches")
    @Needs(Right.CHILDREN_WRITE)
    public Response search(@Context Caller caller, SearchWish wish) {
        String territory =
                wish == null ? "" : Params.territory(wish.territory()).orElse("");
        long job = pairs.search(caller.user(), territory);
        return Response.accepted(new JobStarted(job))
                .location(URI.create("/api/jobs/" + job))
                .build();
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        return answer(caller, id);
    }

    private Response answer(Caller caller, long id) {
        PairDetail detail = pairs.open(caller.user(), id);
        return Versions.answer(
                PairView.of(detail, texts, caller.language()), detail.pair().version());
    }

    /** @param keep id of the record that would stay */
    @GET
    @Path("{id}/merge-preview")
    @Needs(Right.CHILDREN_WRITE)
    public MergeAnswer preview(@Context Caller caller, @PathParam("id") long id, @QueryParam("keep") String keep) {
        long kept = Params.number("keep", keep).orElseThrow(() -> Problem.field("keep", "record.required"));
        return told(caller, merges.preview(caller.user(), id, kept));
    }

    @POST
    @Path("{id}/merge")
    @Needs(Right.CHILDREN_WRITE)
    public MergeAnswer merge(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            MergeInput input) {
        return told(caller, merges.merge(caller.user(), id, Versions.required(ifMatch), Params.body(input)));
    }

    private MergeAnswer told(Caller caller, MergeAnswer answer) {
        return answer.told(kind -> texts.text(caller.language(), "duplicate.kind." + kind));
    }

    @POST
    @Path("{id}/unmerge")
    @Needs(Right.CHILDREN_WRITE)
    public UnmergeAnswer unmerge(
            @Context Caller caller, @PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        return unmerges.unmerge(caller.user(), id, Versions.required(ifMatch));
    }

    @POST
    @Path("{id}/different")
    @Needs(Right.CHILDREN_WRITE)
    public Response different(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            ReasonGiven given) {
        return decided(
                caller,
                pairs.different(
                        caller.user(),
                        id,
                        Versions.required(ifMatch),
                        Params.body(given).reason()));
    }

    @POST
    @Path("{id}/withdraw")
    @Needs(Right.CHILDREN_WRITE)
    public Response withdraw(
            @Context Caller caller, @PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        return decided(caller, pairs.withdraw(caller.user(), id, Versions.required(ifMatch)));
    }

    private Response decided(Caller caller, Pair pair) {
        return Versions.answer(PairView.of(pair, texts, caller.language()), pair.version());
    }
}
