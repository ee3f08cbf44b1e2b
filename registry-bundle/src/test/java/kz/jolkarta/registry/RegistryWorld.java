package kz.jolkarta.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.residence.Residences;

/** The real tables with all territorial units, an audit trail that can be read, and people who work with them. */
public final class RegistryWorld {
    public static final String ATYRAU = "230000000";
    public static final String ATYRAU_CITY = "231010000";
    public static final String NORTH = "590000000";
    public static final String NORTH_TOWN = "595620100";
    public static final String NORTH_VILLAGE = "595057600";
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** The units are read once for a database: that takes longer than most tests. */
    private static final Map<TestDatabase, Gazetteer> GAZETTEERS = Collections.synchronizedMap(new WeakHashMap<>());

    public final TestDatabase database;
    public final FixedClock clock = FixedClock.at(TODAY);
    public final Gazetteer gazetteer;
    public final List<Audit.Entry> audited = new ArrayList<>();

    /** Entries of transactions that were rolled back stay in the list: the tests look at what was committed first. */
    public final Audit audit = new Audit() {
        @Override
        public void record(Tx tx, User user, Entry entry) {
            audited.add(entry);
        }

        @Override
        public void record(Tx tx, User user, List<Entry> entries) {
            audited.addAll(entries);
        }
    };

    public RegistryWorld(TestDatabase database) {
        this.database = database;
        this.gazetteer =
                GAZETTEERS.computeIfAbsent(database, d -> new Gazetteer(new RegistrySchema(d.migrations(), d), d));
    }

    /** What records are kept with, for the nineteen measures. */
    public Ledger ledger() {
        return new Ledger(database, new Nineteen(), audit, clock, gazetteer, new FactsStore());
    }

    public Residences residences() {
        return new Residences(ledger(), new Quotas(ledger()));
    }

    /** Somebody with these roles over a territory, "" for the country. */
    public static Caller caller(String territory, Role... roles) {
        return caller(Language.RU, territory, roles);
    }

    public static Caller caller(Language language, String territory, Role... roles) {
        Map<Right, Scope> rights = new EnumMap<>(Right.class);
        for (Role role : roles) {
            role.rights().forEach(right -> rights.put(right, Scope.of(territory)));
        }
        return new Caller(new User(7, "somebody", rights, language), language);
    }

    /** A psychologist whose role is over the pupils of one school. */
    public static Caller psychologistOf(long school) {
        Map<Right, Scope> rights = new EnumMap<>(Right.class);
        Role.PSYCHOLOGIST.rights().stream()
                .filter(Right::ofChildren)
                .forEach(right -> rights.put(right, Scope.ofSchools(List.of(school))));
        return new Caller(new User(8, "psychologist", rights, Language.RU), Language.RU);
    }

    public static Caller coordinator(String territory) {
        return caller(territory, Role.COORDINATOR);
    }
}
