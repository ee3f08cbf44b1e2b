package kz.jolkarta.registry.duplicates;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks, before a child is registered, for one who may be the same: by the measure that the search for duplicates uses. */
@Component(service = AlikeChildren.class)
public final class AlikeChildren {
    /** Fewer signs are those of any two children. */
    private static final int WORTH_SHOWING = 20;

    private static final int MOST = 8;

    private final Ledger ledger;

    @Activate
    public AlikeChildren(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is known of the child; texts are "" when they are not. */
    public record Sought(String surname, String givenName, String patronymic, LocalDate birth, String iin) {}

    /** @param degree 1 to 100; 100 for the same number */
    public record Hit(long id, int degree) {}

    /** The likeliest first, within the user's reach. */
    public List<Hit> find(User user, Sought sought) {
        Scope scope = user.require(Right.CHILDREN_READ);
        List<Candidate> near = ledger.database()
                .read(tx -> AlikeStore.near(
                        tx,
                        scope,
                        Candidate.folded(sought.surname()),
                        Candidate.folded(sought.givenName()),
                        sought.birth(),
                        sought.iin()));
        return near.stream()
                .map(child -> hit(sought, child))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Hit::degree).reversed().thenComparing(Hit::id))
                .limit(MOST)
                .toList();
    }

    private static Optional<Hit> hit(Sought sought, Candidate child) {
        if (!sought.iin().isEmpty() && sought.iin().equals(child.iin())) {
            return Optional.of(new Hit(child.id(), 100));
        }
        // Sex is not asked for, so that it neither speaks for a pair nor against it.
        Candidate one = new Candidate(
                0,
                sought.iin(),
                Candidate.folded(sought.surname()),
                Candidate.folded(sought.givenName()),
                Candidate.folded(sought.patronymic()),
                sought.birth(),
                child.sex(),
                "",
                "",
                "",
                null);
        return Likeness.of(one, child)
                .filter(likeness -> likeness.degree() >= WORTH_SHOWING)
                .map(likeness -> new Hit(child.id(), likeness.degree()));
    }
}
