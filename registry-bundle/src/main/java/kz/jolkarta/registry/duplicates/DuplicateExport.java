package kz.jolkarta.registry.duplicates;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The queue as a file, one pair in each row. */
@Path("duplicates.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class DuplicateExport implements ApiResource {
    private final Pairs pairs;
    private final Tables tables;
    private final Texts texts;

    @Activate
    public DuplicateExport(@Reference Pairs pairs, @Reference Tables tables, @Reference Texts texts) {
        this.pairs = pairs;
        this.tables = tables;
        this.texts = texts;
    }

    @GET
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("territory") String territory,
            @QueryParam("state") String state,
            @QueryParam("likeness") String likeness,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort) {
        PairFilter filter = DuplicateResource.filter(territory, state, likeness, q, sort);
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "duplicate.heading.likeness",
                "duplicate.heading.evidence",
                "record.heading.state",
                "record.heading.child-id",
                "record.heading.name",
                "duplicate.heading.birth-date",
                "record.heading.territory",
                "record.heading.child-id",
                "record.heading.name",
                "duplicate.heading.birth-date",
                "record.heading.territory",
                "record.heading.reason");
        return tables.file(
                caller.language(),
                format,
                "duplicates",
                headings,
                pairs.export(caller.user(), filter),
                pair -> cells(pair, caller.language()));
    }

    private List<Object> cells(Pair pair, Language language) {
        return Arrays.asList(
                pair.id(),
                pair.likeness(),
                pair.evidence().stream()
                        .map(e -> PairView.text(e, texts, language))
                        .collect(Collectors.joining("; ")),
                tables.text(language, "duplicate.state." + Json.name(pair.state())),
                pair.one().id(),
                pair.one().name(),
                pair.one().birthDate(),
                pair.one().territory(),
                pair.other().id(),
                pair.other().name(),
                pair.other().birthDate(),
                pair.other().territory(),
                pair.reason());
    }
}
