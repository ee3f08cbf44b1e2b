package kz.jolkarta.registry.norms;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.norms.BestOfSchool.Best;
import kz.jolkarta.registry.norms.Standing.Group;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The best of their own schools as a spreadsheet, a child a row; the notice stands in its last column's heading. */
@Path("norms/best.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class BestExport implements ApiResource {
    private final BestOfSchools best;
    private final Tables tables;

    @Activate
    public BestExport(@Reference BestOfSchools best, @Reference Tables tables) {
        this.best = best;
        this.tables = tables;
    }

    private record Line(BestOfSchool school, int place, Best child) {}

    @GET
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("territory") String territory,
            @QueryParam("school") String school,
            @QueryParam("kind") String kind,
            @QueryParam("field") String field,
            @QueryParam("method") String method,
            @QueryParam("top") String top) {
        BestFilter filter = BestResource.filter(territory, school, kind, field, method, top);
        Rows<BestOfSchool> schools = best.export(caller.user(), filter);
        Rows<Line> lines = visitor -> schools.each(s -> {
            for (int i = 0; i < s.children().size(); i++) {
                visitor.accept(new Line(s, i + 1, s.children().get(i)));
            }
        });
        Stream<String> headings = Stream.of(
                "norms.heading.school",
                "norms.heading.place",
                "record.heading.child-id",
                "record.heading.name",
                "record.heading.territory",
                "norms.heading.value",
                "norms.heading.district-rank",
                "norms.heading.country-rank",
                "norms.notice");
        return tables.file(caller.language(), format, "best-of-schools", headings, lines, BestExport::cells);
    }

    private static List<?> cells(Line line) {
        return Arrays.asList(
                line.school().school(),
                line.place(),
                line.child().childId(),
                line.child().name(),
                line.child().territory(),
                line.child().value(),
                rank(line.child(), Group.DISTRICT),
                rank(line.child(), Group.COUNTRY),
                null);
    }

    private static Integer rank(Best child, Group group) {
        return child.standings().stream()
                .filter(standing -> standing.group() == group)
                .map(Standing::rank)
                .findFirst()
                .orElse(null);
    }
}
