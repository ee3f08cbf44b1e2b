package kz.jolkarta.registry.proposals;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.MapTabs;
import kz.jolkarta.registry.roadmaps.RoadMap;
import kz.jolkarta.registry.roadmaps.RoadMaps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the measures offer for a road map, to be taken over as steps, and what they cannot offer. */
@Path("road-maps/{map: \\d+}/proposals")
@Component(service = Pages.class)
public final class MapProposalPages implements Pages {
    private final RoadMaps maps;
    private final Proposals proposals;
    private final MapDrafts drafts;
    private final Tables texts;

    @Activate
    public MapProposalPages(
            @Reference RoadMaps maps,
            @Reference Proposals proposals,
            @Reference MapDrafts drafts,
            @Reference Tables texts) {
        this.maps = maps;
        this.proposals = proposals;
        this.drafts = drafts;
        this.texts = texts;
    }

    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View list(@Context Caller caller, @Context Words words, @PathParam("map") long map) {
        return view(caller, words, map, List.of());
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response take(@Context Caller caller, @Context Words words, @PathParam("map") long map, FormInput input) {
        return Answer.of(
                () -> {
                    drafts.add(caller.user(), caller.language(), map, input.version(), input.first("proposal"));
                    return Answer.to(MapTabs.page(map, MapTabs.WHOLE) + "#plan", "page.roadmap.proposal.taken");
                },
                problem -> {
                    StringBuilder told = new StringBuilder(words.text(problem.message()));
                    problem.fields().forEach(f -> told.append(' ').append(words.text(f.message())));
                    return view(caller, words, map, List.of(Block.Notice.of(Tone.LATE, told.toString())));
                });
    }

    private View view(Caller caller, Words words, long id, List<Block> first) {
        RoadMap map = maps.get(caller.user(), id);
        List<Block> blocks = new ArrayList<>(first);
        int running = proposals.year("year", Optional.empty()).begins();
        if (map.schoolYear() < running) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.roadmap.proposals.over")));
            return MapTabs.view(words, caller.user(), map, MapTabs.PROPOSALS, blocks);
        }
        ForChild found = proposals.open(caller.user(), map.childId(), Optional.of(map.schoolYear()));
        List<Block.Row> rows = found.offered().stream()
                .map(p -> row(words, map, ProposalView.of(p, found.responsible(), caller.language(), texts)))
                .toList();
        blocks.add(Block.Card.of(
                words.text("page.roadmap.tab.proposals"),
                new Block.Paragraph(words.text("page.roadmap.proposals.lead")),
                new Block.Rows(rows, words.text("page.roadmap.proposals.none"))));
        if (!found.withheld().isEmpty()) {
            List<Block.Row> others = found.withheld().stream()
                    .map(w -> ProposalView.of(w, caller.language(), texts))
                    .map(w -> Block.Row.of("ban", Tone.NONE, w.name(), String.join(" ", w.reasons()), ""))
                    .toList();
            blocks.add(new Block.Disclosure(
                    "withheld",
                    words.text("page.roadmap.proposals.withheld"),
                    words.number(others.size()),
                    List.of(),
                    false,
                    List.of(new Block.Rows(others, ""))));
        }
        return MapTabs.view(words, caller.user(), map, MapTabs.PROPOSALS, blocks);
    }

    private static Block.Row row(Words words, RoadMap map, ProposalView proposal) {
        boolean taken = map.steps().stream()
                .anyMatch(s -> s.state() != kz.jolkarta.registry.roadmaps.StepState.DROPPED
                        && proposal.measure().equals(s.measure())
                        && proposal.type().equals(s.type()));
        String small = words.text("page.child.step.due", words.date(proposal.dueOn())) + " · "
                + String.join(" ", proposal.why());
        Block.Row row = Block.Row.of("target", taken ? Tone.OK : Tone.RUN, proposal.name(), small, "");
        if (taken) {
            return row.badges(Badge.of(words.text("page.roadmap.proposal.in-map"), Tone.OK));
        }
        Action take = Action.post(words.text("page.roadmap.proposal.take"), MapTabs.page(map.id(), MapTabs.PROPOSALS))
                .with("proposal", proposal.code())
                .with(FormInput.VERSION, map.version());
        return proposal.waitingList()
                ? row.actions(take).badges(Badge.of(words.text("page.roadmap.proposal.waiting"), Tone.RUN))
                : row.actions(take);
    }
}
