package kz.jolkarta.registry.activities;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The lists of an activity as files: who takes part, its sessions, and whose presence nobody has confirmed. */
@Path("measures/{code}/activities/{activity}/{list: participants|sessions|unconfirmed}.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class ActivityListExport implements ApiResource {
    private final Activities activities;
    private final Participants participants;
    private final Rolls rolls;
    private final Marks marks;
    private final Ledger ledger;
    private final Tables tables;

    @Activate
    public ActivityListExport(
            @Reference Activities activities,
            @Reference Participants participants,
            @Reference Rolls rolls,
            @Reference Marks marks,
            @Reference Ledger ledger,
            @Reference Tables tables) {
        this.activities = activities;
        this.participants = participants;
        this.rolls = rolls;
        this.marks = marks;
        this.ledger = ledger;
        this.tables = tables;
    }

    /** @param state of participants only */
    @GET
    @Needs(Right.RECORDS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("activity") long activity,
            @PathParam("list") String list,
            @PathParam("format") Sheets.Format format,
            @QueryParam("state") String state,
            @QueryParam("sort") String sort) {
        Optional<ParticipationState> only = Choice.of(ParticipationState.class, "state", state);
        Activity found = activities.get(caller.user(), code, activity);
        ledger.exported(caller.user(), "activity", activity, found.territory());
        String name = list + "-" + activity;
        return switch (list) {
            case "participants" -> participants(caller, code, activity, format, name, only, sort);
            case "sessions" -> sessions(caller, code, activity, format, name);
            default -> unconfirmed(caller, code, activity, format, name);
        };
    }

    private Response participants(
            Caller caller,
            String code,
            long activity,
            Sheets.Format format,
            String name,
            Optional<ParticipationState> only,
            String sort) {
        Rows<Participant> rows = Rows.of(page -> participants.list(caller.user(), code, activity, only, sort, page));
        Language language = caller.language();
        Stream<String> headings = Stream.of(
                "record.heading.child-id",
                "record.heading.staff-id",
                "record.heading.name",
                "record.heading.territory",
                "page.activities.sessions",
                "page.activities.confirmed",
                "record.heading.state",
                "record.heading.reason",
                "page.certificates.number");
        return tables.file(
                language,
                format,
                name,
                headings,
                rows,
                p -> Arrays.asList(
                        p.childId(),
                        p.staffId(),
                        p.name(),
                        p.territory(),
                        p.sessions(),
                        p.confirmed(),
                        tables.text(language, ParticipationState.MOVES.name(p.state())),
                        p.reason(),
                        p.certificate()));
    }

    private Response sessions(Caller caller, String code, long activity, Sheets.Format format, String name) {
        Rows<Session> rows = Rows.of(page -> rolls.list(caller.user(), code, activity, page));
        Stream<String> headings = Stream.of(
                "page.activities.held-on",
                "page.activities.topic",
                "page.activities.present",
                "page.activities.absent");
        return tables.file(
                caller.language(),
                format,
                name,
                headings,
                rows,
                s -> Arrays.asList(
                        s.heldOn(), s.topic(), s.present().size(), s.absent().size()));
    }

    private Response unconfirmed(Caller caller, String code, long activity, Sheets.Format format, String name) {
        Rows<Unconfirmed> rows = Rows.of(page -> marks.unconfirmed(caller.user(), code, activity, page));
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "record.heading.name",
                "record.heading.territory",
                "page.activities.held-on",
                "page.activities.topic");
        return tables.file(
                caller.language(),
                format,
                name,
                headings,
                rows,
                u -> Arrays.asList(u.participationId(), u.name(), u.territory(), u.heldOn(), u.topic()));
    }
}
