package kz.jolkarta.core.internal.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the administrators say of the node as a whole: its name, its region, who needs a second factor. */
@Component(service = NodeSettings.class)
public final class NodeSettings {
    private static final Logger LOG = LoggerFactory.getLogger(NodeSettings.class);
    private static final String NAME = "name";
    private static final String REGION = "region";
    private static final String FACTOR = "second-factor";
    private static final int LONGEST_NAME = 100;
    /** Another node of the same database may have changed them. */
    private static final Duration READ_EVERY = Duration.ofSeconds(20);

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final NodeSettingStore store = new NodeSettingStore();
    private final AtomicReference<Territories> territories = new AtomicReference<>();
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Instant.MIN, Map.of()));

    private record Known(Instant at, Map<String, String> settings) {}

    @Activate
    public NodeSettings(@Reference Database database, @Reference Audit audit, @Reference OfficeClock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The registry brings them and starts after the core. */
    @Reference(
            name = "territories",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bind(Territories all) {
        territories.set(all);
    }

    public void unbind(Territories all) {
        territories.compareAndSet(all, null);
    }

    private String setting(String code) {
        Known now = known.get();
        if (now.at().plus(READ_EVERY).isBefore(clock.now())) {
            try {
                now = read();
            } catch (RuntimeException away) {
                // The page that says so needs the name of the node as well.
                LOG.warn("The settings of the node cannot be read", away);
            }
        }
        return now.settings().getOrDefault(code, "");
    }

    private Known read() {
        Known fresh = new Known(clock.now(), database.<Map<String, String>>read(store::all));
        known.set(fresh);
        return fresh;
    }

    /** The name that was given, otherwise the region's; "" while neither is known. */
    public String name(Language language) {
        String given = setting(NAME);
        return given.isEmpty()
                ? territory(region()).map(t -> t.name().in(language)).orElse("")
                : given;
    }

    /** The name as it was given. */
    public String ownName() {
        return setting(NAME);
    }

    /** KATO code of the node's region, "" for none. */
    public String region() {
        return setting(REGION);
    }

    /** Whether somebody said what this node is. */
    public boolean named() {
        return !ownName().isEmpty() || !region().isEmpty();
    }

    /** The unit's name in the language; its code while the registry has not started, "" for the country. */
    public String place(String code, Language language) {
        return territory(code).map(t -> t.name().in(language)).orElse(code);
    }

    /** Districts and city administrations of a region; none while the registry has not started. */
    public List<Territories.Territory> districts(String region) {
        Territories all = territories.get();
        return all == null ? List.of() : all.districts(region);
    }

    private Optional<Territories.Territory> territory(String code) {
        Territories all = territories.get();
        return all == null || code.isEmpty() ? Optional.empty() : all.find(code);
    }

    /** The regions to choose from; none while the registry has not started. */
    public List<Territories.Territory> regions() {
        Territories all = territories.get();
        return all == null ? List.of() : all.regions(clock.today());
    }

    /** Whether roles over a region or the country are used with a second factor only. */
    public boolean factorForWideRoles() {
        return setting(FACTOR).equals("wide");
    }

    /** Names the node. */
    public void name(User user, String name, String region) {
        country(user);
        if (name.length() > LONGEST_NAME) {
            throw Problem.field("node", "page.node.name-long", LONGEST_NAME);
        }
        if (name.isBlank() && region.isEmpty()) {
            throw Problem.field("node", "page.node.name-missing");
        }
        if (!region.isEmpty() && regions().stream().noneMatch(r -> r.code().equals(region))) {
            throw Problem.field("region", "problem.value");
        }
        put(user, Map.of(NAME, name.strip(), REGION, region));
    }

    public void factorForWideRoles(User user, boolean required) {
        country(user);
        put(user, Map.of(FACTOR, required ? "wide" : ""));
    }

    private static void country(User user) {
        if (!user.require(Right.ACCOUNTS_MANAGE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "page.node.country-only");
        }
    }

    private void put(User user, Map<String, String> settings) {
        database.run(tx -> settings.forEach((code, content) -> {
            store.put(tx, code, content, clock.now());
            audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, "node-setting", 0, "", code + " " + content));
        }));
        read();
    }
}
