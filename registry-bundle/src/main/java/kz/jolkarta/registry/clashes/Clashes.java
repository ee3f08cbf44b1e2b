package kz.jolkarta.registry.clashes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.clashes.ClashStore.Mark;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The radar of clashes: children whom the records put in two places at once. It accuses nobody; it says which two records to look at. */
@Component(service = Clashes.class)
public final class Clashes {
    private static final int KNOWN = 500;

    private final Ledger ledger;
    private final Remembered<Asked, List<ClashStore.Kept>> known;

    private record Asked(ClashKind kind, ClashFilter filter, Scope scope, Optional<Mark> after, int most) {}

    @Activate
    public Clashes(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.known = new Remembered<>(ledger.database(), KNOWN);
    }

    /** Each kind is one statement that gives as many rows as fill the page; the first of them all are the page. */
    public Page<Clash> list(User user, ClashFilter filter, Paging page) {
        Scope scope = Ledger.reading(user);
        Optional<Mark> after = page.first() ? Optional.empty() : Optional.of(mark(filter.order(), page));
        int most = page.limit() + 1;
        List<ClashStore.Kept> rows = new ArrayList<>();
        for (ClashKind kind : filter.kinds()) {
            boolean past = after.filter(mark -> kind.compareTo(mark.kind()) < 0).isPresent();
            // Kind after kind, what comes first may fill the page.
            if (filter.order() != ClashOrder.KIND || !past && rows.size() < most) {
                rows.addAll(known.of(
                        new Asked(kind, filter, scope, after, most),
                        () -> ledger.database().read(tx -> ClashStore.list(tx, kind, filter, scope, after, most))));
            }
        }
        rows.sort(filter.order().comparator());
        Page<ClashStore.Kept> found =
                page.page(rows.subList(0, Math.min(most, rows.size())), kept -> key(filter.order(), kept));
        return new Page<>(
                found.items().stream()
                        .map(kept -> shown(user, scope, kept.clash()))
                        .toList(),
                found.next());
    }

    /** Notes the export and gives every clash of the filter. */
    public Rows<Clash> export(User user, ClashFilter filter) {
        Scope scope = Ledger.reading(user);
        String detail = filter.year() + filter.kind().map(k -> " " + k).orElse("");
        ledger.database()
                .run(tx -> ledger.record(
                        tx, user, Action.EXPORT, "clash", 0, filter.territory().orElse(""), detail));
        return visitor -> ledger.database().read(tx -> {
            for (ClashKind kind : filter.kinds()) {
                ClashStore.each(tx, kind, filter, scope, clash -> visitor.accept(shown(user, scope, clash)));
            }
            return null;
        });
    }

    int thisYear() {
        return ledger.clock().today().getYear();
    }

    private static Clash shown(User user, Scope scope, Clash clash) {
        Clash reached = new Clash(
                clash.kind(),
                clash.childId(),
                clash.name(),
                clash.territory(),
                clash.from(),
                clash.to(),
                within(scope, clash.one()),
                within(scope, clash.other()));
        return Ledger.names(user, clash.territory()) ? reached : reached.withoutName();
    }

    private static Clash.Side within(Scope scope, Clash.Side side) {
        return scope.covers(side.territory()) ? side : side.outOfReach();
    }

    private static String key(ClashOrder order, ClashStore.Kept kept) {
        List<Long> keys = kept.keys();
        int last = keys.size() - 1;
        String value = Stream.concat(Stream.of(order.value(kept), kept.kind()), keys.subList(0, last).stream())
                .map(String::valueOf)
                .collect(Collectors.joining(":"));
        return Paging.key(value, keys.get(last));
    }

    private static Mark mark(ClashOrder order, Paging page) {
        String[] parts = page.value().split(":", -1);
        if (parts.length < 2 || order.byDay() && !parts[0].matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw Problem.field("after", "record.after");
        }
        ClashKind kind = kind(parts[1]);
        List<Long> keys = new ArrayList<>();
        Arrays.stream(parts).skip(2).forEach(part -> keys.add(Paging.number(part)));
        keys.add(page.id());
        if (keys.size() != ClashSql.keys(kind).size()) {
            throw Problem.field("after", "record.after");
        }
        return new Mark(parts[0], kind, keys);
    }

    private static ClashKind kind(String code) {
        try {
            return Choice.required(ClashKind.class, "after", code);
        } catch (Problem foreign) {
            throw Problem.field("after", "record.after");
        }
    }
}
