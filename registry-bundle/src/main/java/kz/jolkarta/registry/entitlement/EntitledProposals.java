package kz.jolkarta.registry.entitlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.awards.AwardInput;
import kz.jolkarta.registry.awards.Awards;
import kz.jolkarta.registry.awards.Unentitled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Proposes children that a measure has not reached for its support, each by the rules of awards. */
@Component(service = EntitledProposals.class)
public final class EntitledProposals {
    private static final int MOST = 200;

    private final Sweeps sweeps;
    private final Awards awards;

    @Activate
    public EntitledProposals(@Reference Sweeps sweeps, @Reference Awards awards) {
        this.sweeps = sweeps;
        this.awards = awards;
    }

    /** @param reason in the caller's language */
    public record Refusal(long child, String name, String reason) {}

    /** @param made how many were proposed */
    public record Outcome(long made, List<Refusal> refused) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /** Codes of the kinds of support that the measure has for children. */
    public List<String> kinds(String measure) {
        return installed(measure).awards().stream()
                .filter(a -> a.audience() == Audience.CHILDREN)
                .map(AwardType::code)
                .toList();
    }

    public String name(String measure, Language language) {
        Installed installed = installed(measure);
        return installed.clause().number() + ". " + installed.clause().name().in(language);
    }

    public String name(String measure, String kind, Language language) {
        return sweeps.text(language, Message.of(measure + ".award." + kind));
    }

    private Installed installed(String measure) {
        return sweeps.ledger().measures().require(measure);
    }

    /**
     * Proposes each child on its own: one that is refused keeps no other back.
     *
     * @throws Problem INVALID without any child, or with too many of them
     */
    public Outcome propose(Caller caller, String measure, String kind, List<Long> children) {
        caller.user().require(Right.CHILDREN_READ);
        if (children.isEmpty() || children.size() > MOST) {
            throw Problem.field("id", "page.entitlements.choose", MOST);
        }
        List<Refusal> refused = new ArrayList<>();
        long made = 0;
        for (Long child : children.stream().distinct().toList()) {
            try {
                awards.create(caller.user(), measure, input(kind, child));
                made++;
            } catch (Unentitled objected) {
                String reasons = objected.objections().stream()
                        .map(m -> sweeps.text(caller.language(), m))
                        .collect(Collectors.joining(" "));
                refused.add(new Refusal(child, "", reasons));
            } catch (Problem problem) {
                refused.add(new Refusal(child, "", reason(problem, caller.language())));
            }
        }
        return new Outcome(made, named(caller, refused));
    }

    private static AwardInput input(String kind, long child) {
        return new AwardInput(kind, child, null, null, null, null, null, null, null, null, null, null, null, Map.of());
    }

    private String reason(Problem problem, Language language) {
        return problem.fields().isEmpty()
                ? sweeps.text(language, problem.message())
                : problem.fields().stream()
                        .map(f -> sweeps.text(language, f.message()))
                        .collect(Collectors.joining(" "));
    }

    /** Names only of the children whom the caller may see. */
    private List<Refusal> named(Caller caller, List<Refusal> refused) {
        List<Long> ids = refused.stream().map(Refusal::child).toList();
        Map<Long, NameStore.Shown> shown = sweeps.ledger().database().read(tx -> NameStore.shown(tx, ids));
        return refused.stream()
                .map(r -> {
                    NameStore.Shown child = shown.get(r.child());
                    boolean seen = child != null
                            && caller.user().scope(Right.CHILDREN_READ).covers(child.territory());
                    return new Refusal(r.child(), seen ? child.name() : String.valueOf(r.child()), r.reason());
                })
                .toList();
    }
}
