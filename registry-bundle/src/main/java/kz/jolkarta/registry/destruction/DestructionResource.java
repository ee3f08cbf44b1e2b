package kz.jolkarta.registry.destruction;

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
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Destruction of personal data over HTTP: whose term is over, acts, the second person's answer, the act on paper. */
@Path("destructions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class DestructionResource implements ApiResource {
    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Destructions destructions;
    private final Gazetteer gazetteer;
    private final Papers papers;
    private final Tables tables;
    private final Texts texts;

    /** Kinds of files of the paper. */
    private enum Format {
        PDF,
        DOCX
    }

    @Activate
    public DestructionResource(
            @Reference Destructions destructions,
            @Reference Gazetteer gazetteer,
            @Reference Papers papers,
            @Reference Tables tables,
            @Reference Texts texts) {
        this.destructions = destructions;
        this.gazetteer = gazetteer;
        this.papers = papers;
        this.tables = tables;
        this.texts = texts;
    }

    @GET
    @Path("due")
    @Needs(Right.CHILDREN_READ)
    public Page<DueChild> due(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("q") String name,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return destructions.due(caller.user(), due(territory, name, sort), Params.paging(limit, after));
    }

    static DueFilter due(String territory, String name, String sort) {
        return new DueFilter(
                Params.territory(territory), Params.text("q", name), DueFilter.Order.of(Params.text("sort", sort)));
    }

    @GET
    @Path("due/list.xlsx")
    @Produces(Tables.XLSX)
    @Needs(Right.CHILDREN_EXPORT)
    public Response dueXlsx(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("q") String name,
            @QueryParam("sort") String sort) {
        return dueFile(caller, Sheets.Format.XLSX, due(territory, name, sort));
    }

    @GET
    @Path("due/list.csv")
    @Produces(Tables.CSV)
    @Needs(Right.CHILDREN_EXPORT)
    public Response dueCsv(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("q") String name,
            @QueryParam("sort") String sort) {
        return dueFile(caller, Sheets.Format.CSV, due(territory, name, sort));
    }

    private Response dueFile(Caller caller, Sheets.Format format, DueFilter filter) {
        return tables.file(
                caller.language(),
                format,
                "destruction-due",
                Stream.of(
                        "record.heading.child-id",
                        "record.heading.name",
                        "record.heading.territory",
                        "record.heading.last-day",
                        "destruction.heading.due-on"),
                destructions.dueExport(caller.user(), filter),
                child -> Arrays.asList(child.id(), child.name(), child.territory(), child.leftOn(), child.dueOn()));
    }

    @GET
    @Needs({Right.CHILDREN_WRITE, Right.AWARDS_APPROVE})
    public Page<Act> list(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("state") String state,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return destructions.list(caller.user(), acts(territory, state, from, until), Params.paging(limit, after));
    }

    static ActFilter acts(String territory, String state, String from, String until) {
        return new ActFilter(
                Params.territory(territory),
                Choice.of(Act.State.class, "state", state),
                Params.date("from", from),
                Params.date("until", until));
    }

    @GET
    @Path("list.{format: xlsx|csv}")
    @Produces({Tables.XLSX, Tables.CSV})
    @Needs({Right.CHILDREN_WRITE, Right.AWARDS_APPROVE})
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("territory") String territory,
            @QueryParam("state") String state,
            @QueryParam("from") String from,
            @QueryParam("until") String until) {
        Language language = caller.language();
        return tables.file(
                language,
                format,
                "destructions",
                Stream.of(
                        "record.heading.id",
                        "destruction.paper.number",
                        "destruction.paper.date",
                        "record.heading.territory",
                        "destruction.paper.ground",
                        "record.heading.reason",
                        "destruction.paper.children",
                        "record.heading.state"),
                destructions.export(caller.user(), acts(territory, state, from, until)),
                act -> Arrays.asList(
                        act.id(),
                        act.actNumber(),
                        act.actDate(),
                        act.territory(),
                        texts.text(language, "destruction.ground." + Json.name(act.ground())),
                        act.reason(),
                        act.children(),
                        texts.text(language, "destruction.state." + Json.name(act.state()))));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response propose(@Context Caller caller, ActInput input) {
        Act act = destructions.propose(caller.user(), Params.body(input));
        return Response.created(URI.create("/api/destructions/" + act.id()))
                .entity(act)
                .tag(String.valueOf(act.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Needs({Right.CHILDREN_WRITE, Right.AWARDS_APPROVE})
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        Act act = destructions.get(caller.user(), id);
        return Versions.answer(act, act.version());
    }

    @POST
    @Path("{id}/decision")
    @Needs(Right.AWARDS_APPROVE)
    public Response decide(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            ActDecision decision) {
        Act act = destructions.decide(caller.user(), id, Versions.required(ifMatch), Params.body(decision));
        return Versions.answer(act, act.version());
    }

    /** @param language of the paper, the caller's when not given */
    @GET
    @Path("{id}/paper")
    @Produces({PDF, DOCX, MediaType.APPLICATION_JSON})
    @Needs({Right.CHILDREN_WRITE, Right.AWARDS_APPROVE})
    public Response paper(
            @Context Caller caller,
            @PathParam("id") long id,
            @QueryParam("format") String format,
            @QueryParam("language") String language) {
        Format wanted = Choice.of(Format.class, "format", format).orElse(Format.PDF);
        Language words = Choice.of(Language.class, "language", language).orElse(caller.language());
        Act act = destructions.printed(caller.user(), id);
        Place place = gazetteer.place(act.territory(), words);
        Paper paper = new ActPaper(texts, destructions.zone()).of(act, place.name(), words);
        StreamingOutput file = out -> {
            if (wanted == Format.PDF) {
                papers.pdf(paper, out);
            } else {
                papers.docx(paper, out);
            }
        };
        String name = "destruction-" + id + "." + wanted.name().toLowerCase(Locale.ROOT);
        return Response.ok(file, wanted == Format.PDF ? PDF : DOCX)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
