package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Targets on pages: those of a year, the figures that one can be set for, and one with its history. */
@Path("report-targets")
@Component(service = Pages.class)
public final class TargetPages implements Pages {
    static final String TARGETS = "/report-targets";

    private final Targets targets;
    private final TargetChanges changes;

    @Activate
    public TargetPages(@Reference Targets targets, @Reference TargetChanges changes) {
        this.targets = targets;
        this.changes = changes;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        User user = caller.user();
        TargetFilter filter = filter(user, address);
        return listing(user, words, filter.year())
                .view(address, filter.page(words, targets, user, "", address.value("after")), targets.maySet(user));
    }

    private TargetFilter filter(User user, Address address) {
        return TargetFilter.of(
                targets,
                user,
                address.value("year"),
                address.value("region"),
                address.value("measure"),
                address.value("sort"));
    }

    private TargetList listing(User user, Words words, int year) {
        return new TargetList(words, targets.years(), year, targets.regions(user, year), Targets.seesCountry(user));
    }

    /** Chooses a figure. */
    @GET
    @Path("new")
    @Needs(Right.PROGRAMME_WRITE)
    public View choose(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        User user = caller.user();
        targets.requireSet(user);
        Address address = Address.of(asked);
        TargetFilter filter = filter(user, address);
        List<ArchiveForm.Line> figures = filter.region()
                .map(region -> targets.figures(filter.year(), region, filter.measure()))
                .orElse(List.of());
        Map<String, Target> held = targets.list(user, filter.year()).stream()
                .filter(t -> filter.region().filter(t.figure().region()::equals).isPresent())
                .filter(t -> t.figure().measure().equals(filter.measure()))
                .collect(Collectors.toMap(t -> t.figure().indicator(), Function.identity()));
        return listing(user, words, filter.year()).choose(address, filter.region(), figures, held);
    }

    @GET
    @Path("{year}/{region}/{measure}/{indicator}")
    @Needs(Right.REPORTS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            @PathParam("indicator") String indicator) {
        Targets.Opened of = targets.open(caller.user(), year, region, measure, indicator);
        return blocks(caller.user(), words, of).view(targets.maySet(caller.user()), Map.of());
    }

    private TargetBlocks blocks(User user, Words words, Targets.Opened of) {
        TargetKey figure = of.figure();
        return new TargetBlocks(
                words, of, TargetFilter.place(words, targets.regions(user, figure.year()), figure.region()));
    }

    @POST
    @Path("{year}/{region}/{measure}/{indicator}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response set(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            @PathParam("indicator") String indicator,
            FormInput input) {
        return Answer.of(
                () -> {
                    Target made = changes.set(
                            caller.user(),
                            year,
                            region,
                            measure,
                            indicator,
                            input.version(),
                            input.as(TargetInput.class));
                    return Answer.to(made.figure().href(), "page.target.saved");
                },
                problem -> {
                    Targets.Opened of = targets.open(caller.user(), year, region, measure, indicator);
                    TargetBlocks blocks = blocks(caller.user(), words, of);
                    Form form = blocks.set(of.line().orElseThrow()).refused(input, problem, words);
                    return blocks.view(true, Map.of("set", form));
                });
    }

    /** Takes the target back. */
    @POST
    @Path("{year}/{region}/{measure}/{indicator}/removal")
    @Needs(Right.PROGRAMME_WRITE)
    public Response takeBack(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            @PathParam("indicator") String indicator,
            FormInput input) {
        return Answer.of(
                () -> {
                    Target made = changes.takeBack(
                            caller.user(),
                            year,
                            region,
                            measure,
                            indicator,
                            input.version(),
                            input.as(TargetChanges.Removal.class));
                    return Answer.to(made.figure().href(), "page.target.removed");
                },
                problem -> {
                    Targets.Opened of = targets.open(caller.user(), year, region, measure, indicator);
                    TargetBlocks blocks = blocks(caller.user(), words, of);
                    return blocks.view(true, Map.of("remove", blocks.remove().refused(input, problem, words)));
                });
    }
}
