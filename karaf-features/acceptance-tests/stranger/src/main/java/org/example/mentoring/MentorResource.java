package org.example.mentoring;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An endpoint of the measure's own. */
@Component(service = ApiResource.class)
@Path("x/mentoring/mentors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MentorResource implements ApiResource {
    private final Mentors mentors;

    @Activate
    public MentorResource(@Reference Mentors mentors) {
        this.mentors = mentors;
    }

    /** A company and how many mentors it gives. */
    public record Input(String territory, String company, int places) {}

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response add(@Context Caller caller, Input input) {
        if (input == null || input.territory() == null || !input.territory().matches("\\d{9}")) {
            throw Problem.field("territory", "mentoring.problem.territory");
        }
        if (input.company() == null || input.company().isBlank() || input.places() < 1) {
            throw Problem.field("company", "mentoring.problem.company");
        }
        caller.user().require(Right.RECORDS_WRITE, input.territory());
        long id = mentors.add(caller.user(), input.territory(), input.company().strip(), input.places());
        return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
    }
}
