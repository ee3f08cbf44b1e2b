package kz.jolkarta.registry.indices;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Amounts that acts refer to, such as the monthly calculation index, by the day they hold from. */
@Component(service = Indices.class)
public final class Indices {
    private static final String KIND = "index";

    private final Ledger ledger;

    @Activate
    public Indices(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** Latest first. @throws Problem NOT_FOUND for an unknown index */
    public List<IndexValue> list(String code) {
        List<IndexValue> values = ledger.database().call(tx -> IndexStore.list(tx, code));
        if (values.isEmpty()) {
            throw Problem.notFound();
        }
        return values;
    }

    /**
     * Adds a value, or changes the one of the same day; what was paid by the old one stays as it was paid.
     *
     * @param version the version the caller saw; needed to change one
     * @throws Problem FORBIDDEN without the right over the whole country; STALE when it was changed meanwhile
     */
    public IndexValue set(User user, String code, OptionalInt version, IndexInput input) {
        if (!user.require(Right.PROGRAMME_WRITE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        list(code);
        input.check();
        long tiyn = Money.tiyn("amount", input.amount());
        Supplier<IndexValue> work = () -> ledger.database().call(tx -> {
            Optional<IndexValue> found = IndexStore.find(tx, code, input.from());
            String detail = code + " " + input.from() + " "
                    + found.map(v -> v.amount() + " > ").orElse("") + Money.tenge(tiyn);
            if (found.isPresent()) {
                change(tx, code, found.get(), version, input, tiyn);
            } else {
                IndexStore.insert(tx, code, input.from(), tiyn);
            }
            ledger.record(tx, user, found.isPresent() ? Action.UPDATE : Action.CREATE, KIND, 0, "", detail);
            return IndexStore.find(tx, code, input.from()).orElseThrow();
        });
        return Duplicates.as(work, () -> Problem.conflict("record.moved"));
    }

    private static void change(Tx tx, String code, IndexValue found, OptionalInt version, IndexInput input, long tiyn) {
        if (version.isEmpty()) {
            throw Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match-missing");
        }
        if (version.getAsInt() != found.version()
                || !IndexStore.change(tx, code, input.from(), found.version(), tiyn)) {
            throw Difference.stale(input, found.input());
        }
    }
}
