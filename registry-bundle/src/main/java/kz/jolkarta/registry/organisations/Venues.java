package kz.jolkarta.registry.organisations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.ConstraintViolation;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.HealthCheck;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Venue;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.Place;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one organisation for each venue that a configuration brings. A configuration that says something new changes its organisation, one
 * that leaves lets it stay; what people changed since holds until then.
 */
@Component(service = HealthCheck.class, immediate = true)
public final class Venues implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Venues.class);
    private static final String KIND = "organisation";
    private static final int AGAIN_SECONDS = 10;

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Gazetteer gazetteer;
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "jolkarta-venues"));
    private final Map<Venue, String> refused = new ConcurrentHashMap<>();

    @Activate
    public Venues(
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Gazetteer gazetteer) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.gazetteer = gazetteer;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(Venue venue) {
        refused.put(venue, "");
        keeper.execute(() -> attempt(venue));
    }

    void unbind(Venue venue) {
        refused.remove(venue);
    }

    @Deactivate
    void stop() {
        keeper.shutdownNow();
    }

    @Override
    public String name() {
        return "venues";
    }

    @Override
    public Health check() {
        String named =
                refused.values().stream().filter(key -> !key.isEmpty()).sorted().collect(Collectors.joining(", "));
        return named.isEmpty() ? Health.up() : new Health(State.WARNING, "refused: " + named);
    }

    private void attempt(Venue venue) {
        if (!refused.containsKey(venue)) {
            return;
        }
        String key = venue.card().key();
        try {
            keep(venue);
        } catch (Problem problem) {
            refused.replace(venue, key);
            LOG.error("The venue {} is not kept: {} {}", key, problem.message(), problem.fields());
        } catch (RuntimeException failed) {
            LOG.warn("The venue {} is not kept yet", key, failed);
            if (!keeper.isShutdown()) {
                keeper.schedule(() -> attempt(venue), AGAIN_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /**
     * Does nothing where the configuration says what it said last.
     *
     * @throws Problem INVALID when the configuration is wrong or unlawful
     */
    void keep(Venue venue) {
        List<Message> objections = venue.objections();
        if (!objections.isEmpty()) {
            Message first = objections.get(0);
            throw Problem.invalid(first.key(), first.args().toArray());
        }
        Venue.Card card = venue.card();
        Organisation said = organisation(card);
        said.check(gazetteer);
        String hash = hash(card);
        try {
            database.run(tx -> keep(tx, card.key(), said, hash));
        } catch (ConstraintViolation another) {
            // Another node of this database was as quick, or the number belongs to an organisation of another
            // configuration: the second attempt tells.
            try {
                database.run(tx -> keep(tx, card.key(), said, hash));
            } catch (ConstraintViolation number) {
                throw Problem.conflict("organisation.bin-known");
            }
        }
    }

    private void keep(Tx tx, String key, Organisation said, String hash) {
        Optional<VenueStore.Kept> kept = VenueStore.find(tx, key);
        if (kept.isPresent() && kept.get().card().equals(hash)) {
            return;
        }
        Optional<Long> known = kept.map(VenueStore.Kept::id).or(() -> VenueStore.adoptable(tx, said));
        long id = known.orElseGet(database::nextId);
        if (known.isPresent()) {
            Organisation before = OrganisationStore.find(tx, id, Scope.COUNTRY).orElseThrow();
            if (!OrganisationStore.update(tx, id, before.version(), merged(before, said))) {
                throw Problem.conflict("record.moved");
            }
        } else {
            OrganisationStore.insert(tx, id, said, Optional.empty(), clock.now());
        }
        VenueStore.mark(tx, id, key, hash);
        Audit.Action action = known.isPresent() ? Audit.Action.UPDATE : Audit.Action.CREATE;
        audit.record(tx, User.system(), new Audit.Entry(action, KIND, id, said.code(), "venue " + key));
    }

    private static Organisation organisation(Venue.Card card) {
        return new Organisation(
                null,
                card.kind(),
                card.name().kk(),
                card.bin(),
                Place.of(card.territory()),
                card.address(),
                false,
                false,
                true,
                card.director(),
                card.opened().orElse(null),
                null,
                card.capacity() == 0 ? null : card.capacity(),
                card.ground(),
                null);
    }

    /** What the configuration leaves open stays as people entered it. */
    private static Organisation merged(Organisation before, Organisation said) {
        return new Organisation(
                before.id(),
                said.kind(),
                said.name(),
                said.bin() == null ? before.bin() : said.bin(),
                said.territory(),
                said.address() == null ? before.address() : said.address(),
                before.smallSchool(),
                before.resourceSchool(),
                before.active(),
                said.director() == null ? before.director() : said.director(),
                said.openedOn() == null ? before.openedOn() : said.openedOn(),
                before.closedOn(),
                said.capacity() == null ? before.capacity() : said.capacity(),
                said.ground() == null ? before.ground() : said.ground(),
                before.version());
    }

    private static String hash(Venue.Card card) {
        Map<String, Object> words = new TreeMap<>();
        words.put("kind", card.kind());
        words.put("territory", card.territory());
        words.put("name", card.name());
        words.put("ground", card.ground());
        words.put("opened", card.opened());
        words.put("capacity", card.capacity());
        words.put("director", card.director());
        words.put("bin", card.bin());
        words.put("address", card.address());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(words.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
