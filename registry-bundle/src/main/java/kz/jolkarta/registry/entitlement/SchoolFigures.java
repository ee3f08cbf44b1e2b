package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.children.SortKey;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.entitlement.Sweeps.Freshness;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The figures of one measure by school, those with the most children who are not reached first. At most schools they are of fewer than five children,
 * so they are for those who may see the children.
 */
@Component(service = SchoolFigures.class)
public final class SchoolFigures {
    private static final int KNOWN = 200;
    static final Orders<Row> ORDERS = EntitlementFigures.byCounts(
            Orders.<Row>of("", Row::id, "-not-reached").text("school", "", Row::name),
            row -> Optional.of(row.counts()));

    private final Sweeps sweeps;
    private final Remembered<Asked, List<Row>> known;

    private record Asked(Scope scope, EntitledFilter filter, LocalDate today, Language language) {}

    @Activate
    public SchoolFigures(@Reference Sweeps sweeps) {
        this.sweeps = sweeps;
        this.known = new Remembered<>(sweeps.ledger().database(), KNOWN);
    }

    /** @param school null for the children without one, whose territory is null too */
    public record Row(School school, Place territory, Counts counts) {
        private long id() {
            return school == null ? 0 : school.id();
        }

        private String name() {
            return school == null ? "" : SortKey.of(school.name(), "", "");
        }
    }

    Page<Row> list(Caller caller, EntitledFilter filter, Orders.Order<Row> order, Paging page) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        List<Row> all = known.dated(
                        new Asked(scope, filter, sweeps.ledger().clock().today(), caller.language()),
                        sweeps.ledger().clock().now(),
                        () -> rows(scope, filter, caller.language()))
                .answer();
        return order.part(page, all);
    }

    Rows<Row> export(Caller caller, EntitledFilter filter, Orders.Order<Row> order) {
        User user = caller.user();
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        List<Row> all = order.sorted(rows(scope, filter, caller.language()));
        String detail = "schools=" + all.size() + " filters=" + filter.names();
        sweeps.ledger()
                .database()
                .run(tx -> sweeps.ledger()
                        .record(
                                tx,
                                user,
                                Action.EXPORT,
                                "entitlement",
                                0,
                                filter.territory().orElse(""),
                                detail));
        return all::forEach;
    }

    private List<Row> rows(Scope scope, EntitledFilter filter, Language language) {
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        Period period = sweeps.period(filter.year());
        List<Offer> offers = sweeps.programme(wanted, period).offers();
        Offer offer = sweeps.offer(filter.measure(), offers);
        Sweep sweep = sweeps.sweep(wanted, period, offers, Freshness.OF_THE_MOMENT);
        Groups<Long> groups = Groups.bySchool(sweep.roll());
        List<Counts> counts = groups.counts(sweep.standings().get(offer.code()));
        Map<Long, NameStore.Place> schools = sweeps.ledger().database().read(tx -> NameStore.schools(tx));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            long id = groups.keys().get(i);
            Optional<NameStore.Place> school = Optional.ofNullable(schools.get(id));
            rows.add(new Row(
                    school.map(s -> new School(id, s.name())).orElse(null),
                    school.map(s -> sweeps.place(s.territory(), language)).orElse(null),
                    counts.get(i)));
        }
        return rows;
    }
}
