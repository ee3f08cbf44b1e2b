package kz.jolkarta.registry.awards;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Caps on awards by region or country and year. */
@Component(service = Quotas.class)
public final class Quotas {
    private static final String KIND = "quota";
    private static final int KNOWN = 500;

    private final Ledger ledger;
    private final QuotaPlaces places;
    private final QueueMoves queues;
    private final Remembered<Asked, QuotaUse> uses;

    private record Asked(String measure, int year, Scope scope) {}

    @Activate
    public Quotas(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.places = new QuotaPlaces(ledger);
        this.uses = new Remembered<>(ledger.database(), KNOWN);
        this.queues = new QueueMoves(ledger, places);
    }

    /** Those of the caller's regions and of the country, newest year first. */
    public List<Quota> list(User user, String measure, Optional<Integer> year) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = regions(Ledger.reading(user));
        return ledger.database().call(tx -> QuotaStore.list(tx, installed.code(), year, scope));
    }

    /** The caps of one year and what became of them; the figures are those of the caller's whole regions, as the caps are. */
    QuotaUse use(User user, String measure, int year) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = regions(Ledger.reading(user));
        return uses.of(
                new Asked(installed.code(), year, scope),
                () -> ledger.database()
                        .read(tx -> new QuotaUse(
                                QuotaStore.list(tx, installed.code(), Optional.of(year), scope),
                                QuotaStore.tallies(tx, installed.code(), year, scope))));
    }

    /** A district's coordinator sees the cap of the region the district lies in. */
    private static Scope regions(Scope scope) {
        return new Scope(scope.prefixes().stream()
                .map(p -> p.length() > 2 ? p.substring(0, 2) : p)
                .toList());
    }

    /**
     * Sets a cap: makes it, or changes the one there is; those who wait get the places that are added.
     *
     * @param version the version the caller saw; needed to change one
     * @throws Problem CONFLICT when more places are taken already; STALE when it was changed meanwhile
     */
    public Quota set(User user, String measure, OptionalInt version, QuotaInput input) {
        Installed installed = ledger.measures().require(measure);
        input.check();
        AwardType type =
                installed.award(input.type()).orElseThrow(() -> Problem.field("type", "record.type-unknown", measure));
        type.rule(Rule.Most.class).filter(most -> input.cap() > most.places()).ifPresent(most -> {
            throw Problem.field("cap", "quota.above-most", most.places());
        });
        requirePlace(user, type, input.territory());
        long fresh = ledger.database().nextId();
        return ledger.database().call(tx -> {
            Optional<Quota> found = QuotaStore.find(tx, measure, input.type(), input.territory(), input.year());
            found.ifPresentOrElse(quota -> change(tx, user, quota, version, input), () -> {
                QuotaStore.insert(tx, fresh, measure, input);
                ledger.record(tx, user, Action.CREATE, KIND, fresh, input.territory(), "cap=" + input.cap());
                places.changed(tx, user, fresh);
                queues.adopt(tx, user, fresh, measure, input);
            });
            return QuotaStore.find(tx, measure, input.type(), input.territory(), input.year())
                    .orElseThrow();
        });
    }

    private void change(Tx tx, User user, Quota quota, OptionalInt version, QuotaInput input) {
        if (version.isEmpty()) {
            throw Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match-missing");
        }
        if (version.getAsInt() != quota.version()) {
            QuotaInput theirs = new QuotaInput(quota.type(), quota.territory(), quota.year(), quota.cap());
            throw Difference.stale(input, theirs);
        }
        if (!QuotaStore.change(tx, quota.id(), quota.version(), input.cap())) {
            throw Problem.conflict("quota.below-used", quota.used());
        }
        ledger.record(
                tx,
                user,
                Action.UPDATE,
                KIND,
                quota.id(),
                quota.territory(),
                "cap " + quota.cap() + " > " + input.cap());
        places.changed(tx, user, quota.id());
    }

    private void requirePlace(User user, AwardType type, String territory) {
        switch (type.quota()) {
            case NONE -> throw Problem.field("type", "quota.none-declared");
            case COUNTRY_YEAR -> {
                if (!territory.isEmpty()) {
                    throw Problem.field("territory", "quota.for-country");
                }
                if (!user.require(Right.QUOTAS_WRITE).isCountry()) {
                    throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
                }
            }
            case REGION_YEAR -> {
                if (territory.isEmpty() || !territory.endsWith("0000000")) {
                    throw Problem.field("territory", "quota.for-region");
                }
                ledger.requireTerritory(territory);
                user.require(Right.QUOTAS_WRITE, territory);
            }
        }
    }

    /** Awards that wait for a place of the quota of their holder's former region wait in the new region's from now on, with their turn. */
    public List<QueueShift> follow(Tx tx, User user, Collection<Long> children) {
        return queues.follow(tx, user, children);
    }

    /** @throws Problem CONFLICT when one of the awards was changed since */
    public void back(Tx tx, User user, List<QueueShift> shifts) {
        queues.back(tx, user, shifts);
    }

    QuotaPlaces places() {
        return places;
    }
}
