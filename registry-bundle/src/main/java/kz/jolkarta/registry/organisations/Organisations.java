package kz.jolkarta.registry.organisations;

import java.util.Optional;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Schools, centres, cabinets, camps … One outside the caller's territories answers exactly as an unknown one. */
@Component(service = Organisations.class)
public final class Organisations {
    private static final String KIND = "organisation";

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Gazetteer gazetteer;

    @Activate
    public Organisations(
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Gazetteer gazetteer) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.gazetteer = gazetteer;
    }

    public Page<Organisation> list(Caller caller, OrganisationFilter filter, Paging page) {
        Query query = filter.query(caller.user().require(Right.ORGANISATIONS_READ));
        Page<Organisation> found = database.read(tx -> page.page(
                OrganisationStore.list(tx, query, filter.down(), page), o -> Paging.key(o.nameKey(), o.id())));
        return new Page<>(found.items().stream().map(o -> named(o, caller)).toList(), found.next());
    }

    /** Notes the export and gives every organisation of the filter. */
    Rows<Organisation> export(Caller caller, OrganisationFilter filter) {
        User user = caller.user();
        user.require(Right.ORGANISATIONS_READ);
        String territory = filter.territory().orElse("");
        database.run(tx -> audit.record(tx, user, new Audit.Entry(Audit.Action.EXPORT, KIND, 0, territory, "list")));
        return Rows.of(page -> list(caller, filter, page));
    }

    /** @throws Problem NOT_FOUND */
    public Organisation get(Caller caller, long id) {
        return database.read(tx -> named(visible(tx, caller.user(), id), caller));
    }

    /** @throws Problem CONFLICT when it is known already */
    public Organisation create(Caller caller, Organisation input) {
        input.check(gazetteer);
        User user = caller.user();
        user.require(Right.ORGANISATIONS_WRITE, input.code());
        long id = database.nextId();
        return unique(() -> database.call(tx -> {
            requireNew(tx, input, id);
            OrganisationStore.insert(tx, id, input, Optional.empty(), clock.now());
            audit.record(tx, user, new Audit.Entry(Audit.Action.CREATE, KIND, id, input.code(), ""));
            return named(OrganisationStore.find(tx, id, Scope.COUNTRY).orElseThrow(), caller);
        }));
    }

    /** @throws Problem NOT_FOUND; STALE with the difference when it was changed meanwhile */
    public Organisation change(Caller caller, long id, int version, Organisation input) {
        User user = caller.user();
        return unique(() -> database.call(tx -> {
            Organisation found = visible(tx, user, id);
            user.require(Right.ORGANISATIONS_WRITE, found.code());
            input.check(gazetteer);
            user.require(Right.ORGANISATIONS_WRITE, input.code());
            if (found.version() != version) {
                throw Difference.stale(input.data(), found.data());
            }
            requireNew(tx, input, id);
            if (!OrganisationStore.update(tx, id, version, input)) {
                throw Problem.conflict("record.moved");
            }
            audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, KIND, id, input.code(), ""));
            return named(OrganisationStore.find(tx, id, Scope.COUNTRY).orElseThrow(), caller);
        }));
    }

    /** @throws Problem NOT_FOUND also for one outside the caller's territories */
    public Organisation visible(Tx tx, User user, long id) {
        return OrganisationStore.find(tx, id, user.require(Right.ORGANISATIONS_READ))
                .orElseThrow(Problem::notFound);
    }

    private static void requireNew(Tx tx, Organisation input, long id) {
        Optional<Long> same = OrganisationStore.same(tx, input, id);
        if (same.isPresent()) {
            throw Problem.conflict("organisation.known").with("id", same.get());
        }
    }

    private static <T> T unique(Supplier<T> work) {
        return Duplicates.as(work, () -> Problem.conflict("organisation.bin-known"));
    }

    private Organisation named(Organisation organisation, Caller caller) {
        return organisation.at(gazetteer.place(organisation.code(), caller.language()));
    }
}
