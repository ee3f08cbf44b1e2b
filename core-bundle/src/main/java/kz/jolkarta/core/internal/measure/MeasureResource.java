package kz.jolkarta.core.internal.measure;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.measure.MeasureViews.MeasureView;
import kz.jolkarta.core.internal.measure.MeasureViews.RejectedView;
import kz.jolkarta.core.internal.roadmap.ClauseViews;
import kz.jolkarta.core.internal.roadmap.ClauseViews.ClauseView;
import kz.jolkarta.core.internal.roadmap.ClauseViews.ProgrammeView;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Programmes with all their clauses, and what each installed measure declares. */
@Component(service = ApiResource.class)
@Path("/measures")
@Produces(MediaType.APPLICATION_JSON)
public final class MeasureResource implements ApiResource {
    private final Programmes programmes;
    private final Measures measures;
    private final Texts texts;

    @Activate
    public MeasureResource(@Reference Programmes programmes, @Reference Measures measures, @Reference Texts texts) {
        this.programmes = programmes;
        this.measures = measures;
        this.texts = texts;
    }

    /**
     * Every clause of every programme in the order of the act, installed or not.
     *
     * @param rejected what could not be used; given only to those who manage measures
     */
    record Listing(List<ProgrammeView> programmes, List<ClauseView> items, Optional<List<RejectedView>> rejected) {}

    @GET
    @Open
    public Listing list(@Context Caller caller) {
        ClauseViews views = new ClauseViews(texts, caller.language());
        List<ClauseView> items = programmes.all().stream()
                .flatMap(programme -> programme.clauses().stream()
                        .map(clause -> views.clause(Optional.of(programme), clause, measures.find(clause.code()))))
                .toList();
        Optional<List<RejectedView>> rejected = caller.user().has(Right.MEASURES_MANAGE)
                ? Optional.of(
                        new MeasureViews(texts, caller.language()).rejected(measures.rejected(), programmes.rejected()))
                : Optional.empty();
        return new Listing(programmes.all().stream().map(views::programme).toList(), items, rejected);
    }

    @GET
    @Path("/{code}")
    @Open
    public MeasureView one(@PathParam("code") String code, @Context Caller caller) {
        Installed measure = measures.require(code);
        Clause clause = measure.clause();
        Optional<Programme> programme = programmes.all().stream()
                .filter(p -> p.code().equals(clause.programme()))
                .findFirst();
        return new MeasureViews(texts, caller.language()).measure(programme, measure);
    }
}
