package kz.jolkarta.registry.staff;

import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.organisations.Organisation;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.staff.StaffStore.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The staff of organisations; seen and written where the organisation is. */
@Component(service = Staff.class)
public final class Staff {
    private static final String KIND = "staff";

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Organisations organisations;

    @Activate
    public Staff(
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Organisations organisations) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.organisations = organisations;
    }

    /** @param q the beginning of surname, given name and patronymic, in any spelling */
    public Page<StaffMember> list(
            User user, Optional<Long> organisation, Optional<Position> position, String q, Paging page) {
        Page<Kept> found = list(user, new StaffFilter(organisation, position, q, false), page);
        return new Page<>(found.items().stream().map(Kept::member).toList(), found.next());
    }

    Page<Kept> list(User user, StaffFilter filter, Paging page) {
        Query query = filter.query(user.require(Right.ORGANISATIONS_READ));
        return database.read(tx -> {
            filter.organisation().ifPresent(id -> organisations.visible(tx, user, id));
            return page.page(
                    StaffStore.list(tx, query, filter.down(), page),
                    k -> Paging.key(k.nameKey(), k.member().id()));
        });
    }

    /** Notes the export and gives everybody of the filter. */
    Rows<Kept> export(User user, StaffFilter filter) {
        user.require(Right.ORGANISATIONS_READ);
        database.run(tx -> audit.record(tx, user, new Audit.Entry(Audit.Action.EXPORT, KIND, 0, "", "list")));
        return Rows.of(page -> list(user, filter, page));
    }

    /** @throws Problem NOT_FOUND */
    public StaffMember get(User user, long id) {
        Scope scope = user.require(Right.ORGANISATIONS_READ);
        return database.read(
                tx -> StaffStore.find(tx, id, scope).map(Kept::member).orElseThrow(Problem::notFound));
    }

    StaffMember create(User user, long organisation, StaffMember input) {
        long id = database.nextId();
        return database.call(tx -> {
            String territory = territory(organisations.visible(tx, user, organisation));
            user.require(Right.ORGANISATIONS_WRITE, territory);
            input.check();
            StaffStore.insert(tx, id, organisation, input, clock.now());
            audit.record(tx, user, new Audit.Entry(Audit.Action.CREATE, KIND, id, territory, ""));
            return StaffStore.find(tx, id, Scope.COUNTRY).orElseThrow().member();
        });
    }

    /** @throws Problem NOT_FOUND; STALE with the difference when it was changed meanwhile */
    StaffMember change(User user, long id, int version, StaffMember input) {
        Scope scope = user.require(Right.ORGANISATIONS_READ);
        return database.call(tx -> {
            Kept found = StaffStore.find(tx, id, scope).orElseThrow(Problem::notFound);
            user.require(Right.ORGANISATIONS_WRITE, found.territory());
            input.check();
            if (found.member().version() != version) {
                throw Difference.stale(input.data(), found.member().data());
            }
            if (!StaffStore.update(tx, id, version, input)) {
                throw Problem.conflict("record.moved");
            }
            audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, KIND, id, found.territory(), ""));
            return StaffStore.find(tx, id, Scope.COUNTRY).orElseThrow().member();
        });
    }

    private static String territory(Organisation organisation) {
        return organisation.territory().code();
    }
}
