package kz.jolkarta.registry.proposals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.Drafts;
import kz.jolkarta.registry.roadmaps.Forms;
import kz.jolkarta.registry.roadmaps.RoadMap;
import kz.jolkarta.registry.roadmaps.RoadMapSteps;
import kz.jolkarta.registry.roadmaps.RoadMaps;
import kz.jolkarta.registry.roadmaps.SchoolYear;
import kz.jolkarta.registry.roadmaps.StepState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Road maps that draft themselves from what the measures can offer. What is drafted is advice: its authors change it, another person approves it. */
@Component(service = MapDrafts.class)
public final class MapDrafts {
    private final Ledger ledger;
    private final Proposals proposals;
    private final Forms forms;
    private final RoadMaps maps;
    private final RoadMapSteps steps;
    private final Tables texts;

    @Activate
    public MapDrafts(
            @Reference Ledger ledger,
            @Reference Proposals proposals,
            @Reference Forms forms,
            @Reference RoadMaps maps,
            @Reference RoadMapSteps steps,
            @Reference Tables texts) {
        this.ledger = ledger;
        this.proposals = proposals;
        this.forms = forms;
        this.maps = maps;
        this.steps = steps;
        this.texts = texts;
    }

    /**
     * Drafts the child's map of a school year.
     *
     * @param begins the year the school year begins in; the running one when empty
     * @param chosen codes of proposals in their order; the best ones when null
     * @throws Problem CONFLICT with its id when the child has a map of that year; INVALID for a proposal that the child cannot have
     */
    RoadMap draft(User user, Language language, long child, Optional<Integer> begins, List<String> chosen) {
        SchoolYear year = proposals.year("schoolYear", begins);
        Offers offers = proposals.offers(year);
        // Once more when somebody else has drawn up a map meanwhile, which is then named.
        long map = Duplicates.again(() -> ledger.database().call(tx -> {
            ledger.requireChild(tx, user, child);
            Drafts.Outcome outcome = draft(tx, user, language, List.of(child), offers, chosen);
            outcome.refused().values().forEach(problem -> {
                throw problem;
            });
            return outcome.made().get(child);
        }));
        return maps.get(user, map);
    }

    /** Drafts maps in the caller's transaction, without a query for each child. @return who got one, and why the others did not */
    Drafts.Outcome draft(
            Tx tx, User user, Language language, Collection<Long> children, Offers offers, List<String> chosen) {
        user.require(Right.CHILDREN_WRITE);
        int most = chosen == null ? Drafting.MOST_STEPS : Integer.MAX_VALUE;
        Collection<ForChild> found = proposals.of(tx, children, offers, most).values();
        Drafting drafting = new Drafting(language, texts);
        return maps.draft(tx, user, offers.year().begins(), drafting.of(tx, found, forms.newest(tx), offers, chosen));
    }

    /**
     * Adds a proposal to a map as a step.
     *
     * @param code of the proposal
     * @throws Problem INVALID for what the child cannot have, or of a map of a year that is over; CONFLICT when the map has it already
     */
    RoadMap add(User user, Language language, long id, OptionalInt version, String code) {
        RoadMap map = maps.get(user, id);
        SchoolYear year = proposals.year("schoolYear", Optional.of(map.schoolYear()));
        Offers offers = proposals.offers(year);
        ForChild child = ledger.database().read(tx -> {
            Map<Long, ForChild> one = proposals.of(tx, List.of(map.childId()), offers);
            return one.get(map.childId());
        });
        Drafting drafting = new Drafting(language, texts);
        Proposal proposal = Drafting.find(child, code).orElseThrow(() -> drafting.refused("proposal", child, code));
        boolean known = map.steps().stream()
                .anyMatch(step -> step.state() != StepState.DROPPED
                        && proposal.kind().measure().code().equals(step.measure())
                        && proposal.kind().type().equals(step.type()));
        if (known) {
            throw Problem.conflict("proposal.in-map", proposal.kind().name());
        }
        // Of the version that was looked at, so that two who add the same at once do not both succeed.
        OptionalInt seen = version.isPresent() ? version : OptionalInt.of(map.version());
        return steps.add(user, id, seen, drafting.step(proposal, child.responsible(), null));
    }
}
