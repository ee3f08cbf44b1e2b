package kz.jolkarta.registry.views;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Views of lists that people keep, each for oneself or for all who work in a territory. */
@Component(service = SavedViews.class)
public final class SavedViews {
    private static final String KIND = "saved-view";
    private static final Set<String> PAGES = Set.of("/children");
    /** Names and numbers of persons are no view, and where a list stands is none either. */
    private static final Set<String> LEFT_OUT = Set.of("q", "iin", "after", "limit", "done", "lang");

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 1000;
    private static final int MOST = 50;

    private final Ledger ledger;

    @Activate
    public SavedViews(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** What its owner may change. @param territory "" to keep it to oneself */
    record Data(String name, String territory) {
        Data {
            name = name == null ? "" : name.strip();
            territory = territory == null ? "" : territory.strip();
        }
    }

    /** The own ones and those that are shared with some of the user's territory, by name. */
    public List<SavedView> list(User user, String page) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return ledger.database().read(tx -> SavedViewStore.list(tx, page, user.id())).stream()
                .filter(v -> v.owner() == user.id()
                        || v.shared() && !scope.within(Scope.of(v.territory())).isEmpty())
                .toList();
    }

    /** @throws Problem INVALID for a name or filters that cannot be kept; CONFLICT for a name that the user has given already */
    SavedView save(User user, String page, String query, Data data) {
        user.require(Right.CHILDREN_READ);
        check(user, data);
        String kept = kept(query);
        Checks checks = new Checks();
        checks.that(PAGES.contains(page), "page", "record.required");
        checks.that(kept.length() <= LONGEST_QUERY, "query", "record.too-long", LONGEST_QUERY);
        checks.that(!kept.isEmpty(), "name", "page.views.nothing");
        checks.done();
        SavedView view =
                new SavedView(ledger.database().nextId(), data.name(), page, kept, user.id(), data.territory(), 1);
        return unique(() -> ledger.database().call(tx -> {
            if (SavedViewStore.count(tx, page, user.id()) >= MOST) {
                throw Problem.field("name", "record.too-many", MOST);
            }
            SavedViewStore.insert(tx, view, ledger.clock().now());
            record(tx, user, Action.CREATE, view);
            return view;
        }));
    }

    /** Renames a view or says who sees it. @throws Problem NOT_FOUND for another's; STALE when it was changed meanwhile */
    SavedView change(User user, long id, int version, Data data) {
        check(user, data);
        return unique(() -> ledger.database().call(tx -> {
            SavedView found = own(tx, user, id);
            if (found.version() != version || !SavedViewStore.update(tx, id, version, data.name(), data.territory())) {
                throw Difference.stale(data, new Data(found.name(), found.territory()));
            }
            record(tx, user, Action.UPDATE, found);
            return SavedViewStore.find(tx, id).orElseThrow();
        }));
    }

    /** @throws Problem NOT_FOUND for another's */
    SavedView delete(User user, long id) {
        return ledger.database().call(tx -> {
            SavedView found = own(tx, user, id);
            SavedViewStore.delete(tx, id);
            record(tx, user, Action.DELETE, found);
            return found;
        });
    }

    private static SavedView own(Tx tx, User user, long id) {
        return SavedViewStore.find(tx, id).filter(v -> v.owner() == user.id()).orElseThrow(Problem::notFound);
    }

    private static void check(User user, Data data) {
        Checks checks = new Checks();
        checks.that(!data.name().isEmpty(), "name", "record.required");
        checks.text("name", data.name(), LONGEST_NAME);
        checks.that(
                data.territory().isEmpty() || data.territory().matches("\\d{9}"),
                "territory",
                "record.territory-unknown");
        checks.done();
        if (!data.territory().isEmpty()
                && user.require(Right.CHILDREN_READ)
                        .within(Scope.of(data.territory()))
                        .isEmpty()) {
            throw Problem.field("territory", "problem.outside-territory", data.territory());
        }
    }

    /** The filters of an address without what is not kept. */
    public static String kept(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.contains("=") && !LEFT_OUT.contains(part.substring(0, part.indexOf('='))))
                .collect(Collectors.joining("&"));
    }

    /** What a view filters by, without its order; of what is said twice the last counts. */
    public static Map<String, String> filters(String query) {
        Map<String, String> filters = new HashMap<>();
        Arrays.stream(query.split("&")).filter(part -> part.contains("=")).forEach(part -> {
            String[] pair = part.split("=", 2);
            filters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        });
        filters.remove("sort");
        return filters;
    }

    /** Whether an address shows this view, in whatever order its filters stand. */
    public static boolean shows(String query, SavedView view) {
        return parts(kept(query)).equals(parts(view.query()));
    }

    private static Set<String> parts(String query) {
        return Arrays.stream(query.split("&")).collect(Collectors.toSet());
    }

    private void record(Tx tx, User user, Action action, SavedView view) {
        ledger.record(tx, user, action, KIND, view.id(), view.territory(), view.page());
    }

    private static <T> T unique(Supplier<T> work) {
        return Duplicates.as(work, () -> Problem.conflict("page.views.name-taken"));
    }
}
