package kz.jolkarta.registry.proposals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.Draft;
import kz.jolkarta.registry.roadmaps.FormContent;
import kz.jolkarta.registry.roadmaps.GoalInput;
import kz.jolkarta.registry.roadmaps.ProposedStep;
import kz.jolkarta.registry.roadmaps.StepInput;

/** Writes drafts of road maps from proposals, in one language: goals by field of talent, the best proposals as steps, and what the registry knows. */
final class Drafting {
    static final int MOST_STEPS = 8;
    private static final int TITLE = 300;
    private static final int RESPONSIBLE = 200;

    private final Language language;
    private final Tables texts;

    Drafting(Language language, Tables texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * Drafts for many children at once.
     *
     * @param form that the maps are drawn up with
     * @param chosen codes of proposals in their order; the best ones when null
     * @throws Problem INVALID at {@code steps} for what a child cannot have
     */
    Map<Long, Draft> of(Tx tx, Collection<ForChild> children, FormContent form, Offers offers, List<String> chosen) {
        List<Long> ids = children.stream().map(c -> c.child().id()).toList();
        Map<Long, String> psychologists = DraftStore.psychologists(tx, ids, offers.day());
        Map<Long, Set<String>> coaches = DraftStore.coaches(tx, ids);
        Map<Long, Draft> drafts = new LinkedHashMap<>();
        for (ForChild child : children) {
            long id = child.child().id();
            List<TalentField> fields =
                    new ArrayList<>(new TreeSet<>(child.child().talents()));
            List<GoalInput> goals = goals(fields);
            Map<String, String> known = new HashMap<>();
            Optional.ofNullable(child.responsible()).ifPresent(name -> known.put("coordinator", name));
            Optional.ofNullable(psychologists.get(id)).ifPresent(name -> known.put("psychologist", name));
            known.put("mentors", String.join(", ", coaches.getOrDefault(id, Set.of())));
            known.put(
                    "goals",
                    String.join("; ", goals.stream().map(GoalInput::title).toList()));
            Map<String, Object> content =
                    new Prefill(language, texts).content(form, child.child(), fields, known, offers.day());
            drafts.put(id, new Draft(content, goals, steps(child, fields, chosen)));
        }
        return drafts;
    }

    private List<GoalInput> goals(List<TalentField> fields) {
        List<Message> titles = fields.isEmpty()
                ? List.of(Message.of("proposal.goal.reveal"))
                : Reasons.talents(fields).stream()
                        .map(field -> Message.of("proposal.goal.talent", field))
                        .toList();
        return titles.stream()
                .map(title -> new GoalInput(texts.text(language, title), null))
                .toList();
    }

    private List<ProposedStep> steps(ForChild child, List<TalentField> fields, List<String> chosen) {
        List<Proposal> proposals = chosen == null
                ? child.offered().stream().limit(MOST_STEPS).toList()
                : new HashSet<>(chosen).size() > MOST_STEPS
                        ? tooMany()
                        : chosen.stream()
                                .distinct()
                                .map(code -> find(child, code).orElseThrow(() -> refused("steps", child, code)))
                                .toList();
        return proposals.stream()
                .map(proposal -> step(proposal, child.responsible(), goal(proposal, fields)))
                .toList();
    }

    private static List<Proposal> tooMany() {
        throw Problem.field("steps", "record.too-many", MOST_STEPS);
    }

    static Optional<Proposal> find(ForChild child, String code) {
        return child.offered().stream()
                .filter(p -> p.kind().code().equals(code))
                .findFirst();
    }

    /** Why a code cannot be chosen for the child. @param field that it was sent in */
    Problem refused(String field, ForChild child, String code) {
        return child.withheld().stream()
                .filter(w -> w.kind().code().equals(code))
                .findFirst()
                .map(w -> Problem.field(field, "proposal.withheld", w.kind().name(), reasons(w)))
                .orElseGet(() -> Problem.field(field, "proposal.unknown", code));
    }

    private String reasons(ForChild.Withheld withheld) {
        return String.join(
                " ",
                withheld.reasons().stream()
                        .map(reason -> texts.text(language, reason))
                        .toList());
    }

    /** The number, from 1, of the goal that it serves: that of the talent it asks for, else the first. */
    private static Long goal(Proposal proposal, List<TalentField> fields) {
        Set<TalentField> wanted = proposal.kind().talents();
        for (int i = 0; i < fields.size(); i++) {
            if (wanted.contains(fields.get(i))) {
                return i + 1L;
            }
        }
        return 1L;
    }

    /** @param goal as the step names it; null for none */
    ProposedStep step(Proposal proposal, String responsible, Long goal) {
        Kind kind = proposal.kind();
        String name = texts.text(language, kind.name());
        String title =
                proposal.event() == null ? name : name + ": " + proposal.event().title();
        return new ProposedStep(
                new StepInput(
                        clip(title, TITLE),
                        kind.measure().code(),
                        kind.type(),
                        goal,
                        texts.text(language, ProposalView.expected(kind)),
                        responsible == null ? null : clip(responsible, RESPONSIBLE),
                        proposal.dueOn()),
                proposal.why());
    }

    static String clip(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
