package kz.jolkarta.registry.awards;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The score of a nomination, explained. */
@Path("measures/{code}/awards/{id}/score")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ScoreResource implements ApiResource {
    private final Awards awards;
    private final Tables texts;

    @Activate
    public ScoreResource(@Reference Awards awards, @Reference Tables texts) {
        this.awards = awards;
        this.texts = texts;
    }

    /** @param rule how the score is summed up, in words */
    public record Answer(String rule, @JsonUnwrapped Scores.Explained score) {}

    @GET
    @Needs(Right.RECORDS_READ)
    public Answer score(@Context Caller caller, @PathParam("code") String measure, @PathParam("id") long id) {
        Scores.Explained score = awards.score(caller.user(), measure, id);
        return new Answer(texts.text(caller.language(), Message.of("award.score-rule", score.months())), score);
    }
}
