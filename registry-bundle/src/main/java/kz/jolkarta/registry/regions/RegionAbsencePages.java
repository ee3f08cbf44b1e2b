package kz.jolkarta.registry.regions;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures that a region does not carry out, on pages: the list, a new span with its reason, one changed or withdrawn. */
@Path("regions/{region}/absences")
@Component(service = Pages.class)
public final class RegionAbsencePages implements Pages {
    private final RegionMeasures regions;
    private final TerritoryChoice territories;
    private final OfficeClock clock;

    @Activate
    public RegionAbsencePages(
            @Reference RegionMeasures regions, @Reference TerritoryChoice territories, @Reference OfficeClock clock) {
        this.regions = regions;
        this.territories = territories;
        this.clock = clock;
    }

    static String href(String region) {
        return "/regions/" + region + "/absences";
    }

    private AbsenceLook look(Caller caller, Words words, String region) {
        return new AbsenceLook(
                words,
                region,
                territories.name(words, region),
                clock.today(),
                caller.user().scope(Right.MEASURES_MANAGE).covers(region));
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("region") String region) {
        List<RegionMeasures.InRegion> all = regions.list(caller.user(), region);
        return look(caller, words, region)
                .list(all, new Address(href(region), Address.of(asked).parameters()));
    }

    @GET
    @Path("new")
    @Needs(Right.MEASURES_MANAGE)
    public View fresh(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("region") String region) {
        List<RegionMeasures.InRegion> all = regions.managed(caller.user(), region);
        AbsenceLook look = look(caller, words, region);
        return look.fresh(look.form(all, Address.of(asked).value("measure")));
    }

    @POST
    @Needs(Right.MEASURES_MANAGE)
    public Response absent(
            @Context Caller caller, @Context Words words, @PathParam("region") String region, FormInput input) {
        List<RegionMeasures.InRegion> all = regions.managed(caller.user(), region);
        AbsenceLook look = look(caller, words, region);
        return Answer.of(
                () -> {
                    regions.absent(caller.user(), region, input.as(AbsenceInput.class));
                    return Answer.to(href(region), "page.absences.set");
                },
                problem -> look.fresh(look.form(all, "").refused(input, problem, words)));
    }

    @GET
    @Path("{id: \\d+}")
    @Needs(Right.MEASURES_MANAGE)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("region") String region,
            @PathParam("id") long id) {
        RegionMeasures.Span span = regions.span(caller.user(), region, id);
        AbsenceLook look = look(caller, words, region);
        return look.open(span, look.form(span));
    }

    @POST
    @Path("{id: \\d+}")
    @Needs(Right.MEASURES_MANAGE)
    public Response change(
            @Context Caller caller,
            @Context Words words,
            @PathParam("region") String region,
            @PathParam("id") long id,
            FormInput input) {
        RegionMeasures.Span span = regions.span(caller.user(), region, id);
        return Answer.of(
                () -> {
                    AbsenceInput sent = input.as(AbsenceInput.class);
                    regions.change(caller.user(), region, id, input.version().orElse(0), sent);
                    return Answer.to(href(region), "page.absences.changed");
                },
                problem -> {
                    AbsenceLook look = look(caller, words, region);
                    return look.open(span, look.form(span).refused(input, problem, words));
                });
    }

    /** Takes a span back that should not have been set; its page has said what that means. */
    @POST
    @Path("{id: \\d+}/withdrawal")
    @Needs(Right.MEASURES_MANAGE)
    public Response withdraw(
            @Context Caller caller,
            @Context Words words,
            @PathParam("region") String region,
            @PathParam("id") long id,
            FormInput input) {
        RegionMeasures.Span span = regions.span(caller.user(), region, id);
        return Answer.of(
                () -> {
                    regions.withdraw(caller.user(), region, id, input.version().orElse(0));
                    return Answer.to(href(region), "page.absences.withdrawn");
                },
                problem -> told(look(caller, words, region), span, problem, words));
    }

    private static View told(AbsenceLook look, RegionMeasures.Span span, Problem problem, Words words) {
        View view = look.open(span, look.form(span));
        List<Block> blocks = new java.util.ArrayList<>(view.blocks());
        blocks.add(0, Block.Notice.of(Tone.LATE, words.text(problem.message())));
        return View.of(view.title(), blocks).lead(view.lead()).up(words.text("page.absences.title"), look.href());
    }
}
