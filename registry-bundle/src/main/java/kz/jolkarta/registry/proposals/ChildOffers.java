package kz.jolkarta.registry.proposals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.RoadMap;
import kz.jolkarta.registry.roadmaps.RoadMapRow;
import kz.jolkarta.registry.roadmaps.RoadMapState;
import kz.jolkarta.registry.roadmaps.RoadMaps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be offered on a child's page, and taking one of it up into the map of the running school year. */
@Component(service = ChildOffers.class)
public final class ChildOffers {
    private final Proposals proposals;
    private final MapDrafts drafts;
    private final RoadMaps maps;
    private final Tables texts;

    @Activate
    public ChildOffers(
            @Reference Proposals proposals,
            @Reference MapDrafts drafts,
            @Reference RoadMaps maps,
            @Reference Tables texts) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.maps = maps;
        this.texts = texts;
    }

    /** The best first; the opening of the child is noted by then. @throws Problem NOT_FOUND */
    public List<ProposalView> of(Caller caller, long child) {
        ForChild found = proposals.beside(caller.user(), child);
        return found.offered().stream()
                .map(p -> ProposalView.of(p, found.responsible(), caller.language(), texts))
                .toList();
    }

    /**
     * Makes a proposal a step of the child's map of the running school year, which is drafted with it when there is none.
     *
     * @param code of the proposal
     * @throws Problem INVALID for what the child cannot have; CONFLICT when the map has it already or is closed
     */
    public RoadMap take(Caller caller, long child, String code) {
        int year = proposals.year("schoolYear", Optional.empty()).begins();
        Optional<RoadMapRow> map = maps.ofChild(caller.user(), child).stream()
                .filter(row -> row.schoolYear() == year && row.state() != RoadMapState.CLOSED)
                .findFirst();
        return map.map(row -> drafts.add(caller.user(), caller.language(), row.id(), OptionalInt.empty(), code))
                .orElseGet(
                        () -> drafts.draft(caller.user(), caller.language(), child, Optional.empty(), List.of(code)));
    }

    /** Drafts the child's map of the running school year from the best proposals. @throws Problem CONFLICT when it has one */
    public RoadMap draft(Caller caller, long child) {
        return drafts.draft(caller.user(), caller.language(), child, Optional.empty(), null);
    }
}
