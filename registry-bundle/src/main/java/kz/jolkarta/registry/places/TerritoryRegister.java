package kz.jolkarta.registry.places;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.places.TerritoryStore.FormerName;
import kz.jolkarta.registry.records.Difference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes of the territorial units: new ones, new names, the end of one. Nothing is ever removed. */
@Component(service = TerritoryRegister.class)
public final class TerritoryRegister {
    private static final String KIND = "territory";

    private final Database database;
    private final Audit audit;
    private final Gazetteer gazetteer;

    @Activate
    public TerritoryRegister(@Reference Database database, @Reference Audit audit, @Reference Gazetteer gazetteer) {
        this.database = database;
        this.audit = audit;
        this.gazetteer = gazetteer;
    }

    /** @throws Problem INVALID for what cannot be below the parent, CONFLICT when the code is taken */
    Unit add(User user, TerritoryInput input) {
        input.check();
        if (input.kind() == null || input.kind() == UnitKind.REGION) {
            throw Problem.field("kind", "territory.kind");
        }
        Unit parent = Optional.ofNullable(input.parent())
                .flatMap(gazetteer::unit)
                .orElseThrow(() -> Problem.field("parent", "territory.unknown"));
        user.require(Right.TERRITORIES_WRITE, parent.code());
        if (input.kind().inhabited() && input.rural() == null) {
            throw Problem.field("rural", "territory.rural-needed");
        }
        Unit added = database.call(tx -> {
            TerritoryStore.lock(tx);
            String code = code(tx, input, parent);
            Unit unit = new Unit(
                    code,
                    parent.code(),
                    input.kind(),
                    input.kind().inhabited() ? Optional.of(input.rural()) : Optional.empty(),
                    input.names().text(),
                    input.validFrom(),
                    Optional.ofNullable(input.validTo()),
                    Optional.empty(),
                    1);
            TerritoryStore.insert(tx, List.of(unit));
            audit.record(tx, user, new Audit.Entry(Audit.Action.CREATE, KIND, Long.parseLong(code), code, "code"));
            return unit;
        });
        gazetteer.refresh();
        return added;
    }

    /** @throws Problem NOT_FOUND; STALE with the difference when it was changed meanwhile */
    Unit change(User user, String code, int version, TerritoryInput input) {
        Unit found = gazetteer.unit(code).orElseThrow(Problem::notFound);
        user.require(Right.TERRITORIES_WRITE, code);
        input.check();
        if (input.parent() != null && !input.parent().equals(found.parent())
                || input.kind() != null && input.kind() != found.kind()
                || input.rural() != null && !Optional.of(input.rural()).equals(found.rural())) {
            throw Problem.invalid("territory.fixed");
        }
        Unit changed = database.call(tx -> {
            Unit now = TerritoryStore.one(tx, code).orElseThrow(Problem::notFound);
            Unit wanted = new Unit(
                    code,
                    now.parent(),
                    now.kind(),
                    now.rural(),
                    input.names().text(),
                    input.validFrom(),
                    Optional.ofNullable(input.validTo()),
                    now.formerly(),
                    version + 1);
            if (now.version() != version || !TerritoryStore.update(tx, wanted, version)) {
                throw Difference.stale(input.editable(), TerritoryInput.Editable.of(now));
            }
            if (input.renamedOn() != null && !now.name().equals(wanted.name())) {
                keepName(tx, now, input);
            }
            audit.record(
                    tx,
                    user,
                    new Audit.Entry(
                            Audit.Action.UPDATE, KIND, Long.parseLong(code), code, "names, validFrom, validTo"));
            return wanted;
        });
        gazetteer.refresh();
        return changed;
    }

    private static void keepName(Tx tx, Unit before, TerritoryInput input) {
        var since = TerritoryStore.names(tx).stream()
                .filter(n -> n.code().equals(before.code()))
                .map(n -> n.to().plusDays(1))
                .max(java.time.LocalDate::compareTo)
                .orElse(before.from());
        if (!input.renamedOn().isAfter(since)) {
            throw Problem.field("renamedOn", "territory.renamed-before", since.toString());
        }
        TerritoryStore.insertNames(
                tx,
                List.of(new FormerName(before.code(), since, input.renamedOn().minusDays(1), before.name())));
    }

    private static String code(Tx tx, TerritoryInput input, Unit parent) {
        if (input.code() == null) {
            return free(tx, parent).orElseThrow(() -> Problem.field("parent", "territory.no-free-code"));
        }
        if (!input.code().matches(Unit.CODE) || !input.code().startsWith(below(parent))) {
            throw Problem.field("code", "territory.code", below(parent));
        }
        if (TerritoryStore.one(tx, input.code()).isPresent()) {
            throw Problem.conflict("territory.code-taken", input.code());
        }
        return input.code();
    }

    /** From the end of the numbers below the parent, which the classifier itself reaches last. */
    private static Optional<String> free(Tx tx, Unit parent) {
        String prefix = below(parent);
        int digits = prefix.length() < 6 ? 2 : 3;
        int last = digits == 2 ? 99 : 999;
        return IntStream.iterate(last, n -> n > 0, n -> n - 1)
                .mapToObj(
                        n -> prefix + String.format("%0" + digits + "d", n) + "0".repeat(9 - prefix.length() - digits))
                .filter(code -> TerritoryStore.one(tx, code).isEmpty())
                .findFirst();
    }

    /** The digits that every unit below this one begins with. */
    private static String below(Unit parent) {
        String code = parent.code();
        if (code.endsWith("0000000")) {
            return code.substring(0, 2);
        }
        return code.endsWith("00000") ? code.substring(0, 4) : code.substring(0, 6);
    }
}
