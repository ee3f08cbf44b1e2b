package kz.jolkarta.core.internal.profile;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installing and removing in the background of a page, one after another; it concerns this node alone, so it is no job of the database. */
@Component(service = PlugWork.class)
public final class PlugWork {
    private static final Logger LOG = LoggerFactory.getLogger(PlugWork.class);

    private final NodeProfile profile;
    private final NodeSettings settings;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "jolkarta-plug");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Optional<State>> state = new AtomicReference<>(Optional.empty());

    /** What is changed: a measure or a centre that is shipped by its number, a KAR by its name. */
    public enum Thing {
        MEASURE,
        CENTRE,
        FILE
    }

    /**
     * The present or the last change.
     *
     * @param name the number, or the KAR's name
     * @param ended when it was done or failed; empty while it runs
     * @param failure why it was not done; empty when it was
     */
    public record State(
            Thing thing,
            String name,
            boolean install,
            Instant began,
            Optional<Instant> ended,
            Optional<Message> failure) {}

    @Activate
    public PlugWork(
            @Reference NodeProfile profile,
            @Reference NodeSettings settings,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.profile = profile;
        this.settings = settings;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        hand.shutdown();
    }

    public Optional<State> state() {
        return state.get();
    }

    /** Whether the user may change what this node holds, which concerns everybody on it. */
    public boolean may(User user, Thing thing, int number) {
        return may(user.scope(Right.MEASURES_MANAGE), settings.region(), ministry(thing, number));
    }

    /**
     * @param region KATO code of the node's region, "" when it is nobody's own
     * @param ministry whether it is the ministry's measure
     */
    static boolean may(Scope scope, String region, boolean ministry) {
        return scope.isCountry() || !ministry && !region.isEmpty() && scope.covers(region);
    }

    /** Key of the text that tells who may instead. */
    public String refusal(Thing thing, int number) {
        return ministry(thing, number) ? "page.plugs.ministry" : "page.plugs.node";
    }

    private static boolean ministry(Thing thing, int number) {
        return thing == Thing.MEASURE
                && Resolution997.programme().clauses().stream().anyMatch(c -> c.number() == number && c.ministry());
    }

    /** @throws Problem FORBIDDEN to who runs only a part of what the node serves, CONFLICT while another change runs */
    public void start(User user, Thing thing, int number, boolean install) {
        if (!may(user, thing, number)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, refusal(thing, number));
        }
        start(user, thing, String.valueOf(number), number, install, change(thing, number, install));
    }

    /**
     * As {@link #start(User, Thing, int, boolean)} for a KAR.
     *
     * @param change does it and gives what the audit trail says
     */
    public void start(User user, String kar, boolean install, Supplier<String> change) {
        requireNode(user);
        start(user, Thing.FILE, kar, 0, install, change);
    }

    /** @throws Problem FORBIDDEN to who runs only a part of what the node serves */
    public void requireNode(User user) {
        if (!may(user, Thing.FILE, 0)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "page.plugs.node");
        }
    }

    private synchronized void start(
            User user, Thing thing, String name, int number, boolean install, Supplier<String> change) {
        if (state.get().filter(s -> s.ended().isEmpty()).isPresent()) {
            throw Problem.conflict("page.plugs.busy");
        }
        State begun = new State(thing, name, install, clock.now(), Optional.empty(), Optional.empty());
        state.set(Optional.of(begun));
        hand.execute(() -> work(user, begun, number, change));
    }

    private void work(User user, State begun, int number, Supplier<String> change) {
        Optional<Message> failure = Optional.empty();
        try {
            String detail = change.get();
            Audit.Action action = begun.install() ? Audit.Action.INSTALL : Audit.Action.REMOVE;
            String kind = Json.name(begun.thing() == Thing.FILE ? Thing.MEASURE : begun.thing());
            database.run(
                    tx -> audit.record(tx, user, new Audit.Entry(action, kind, number, settings.region(), detail)));
        } catch (Problem problem) {
            failure = Optional.of(problem.message());
        } catch (RuntimeException failed) {
            LOG.error("A change of the node's measures failed", failed);
            failure = Optional.of(Message.of("page.plugs.failed"));
        }
        state.set(Optional.of(new State(
                begun.thing(), begun.name(), begun.install(), begun.began(), Optional.of(clock.now()), failure)));
    }

    private Supplier<String> change(Thing thing, int number, boolean install) {
        if (thing == Thing.MEASURE) {
            return () -> install ? profile.installMeasure(number) : profile.uninstallMeasure(number);
        }
        return () -> install ? profile.installCentre(number) : profile.uninstallCentre(number);
    }
}
