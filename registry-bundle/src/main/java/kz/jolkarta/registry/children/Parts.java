package kz.jolkarta.registry.children;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.children.ChildStore.Kept;
import kz.jolkarta.registry.consents.Withdrawals;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The things a child has several of, one by one. They share the child's version: whoever changes one has changed the child. */
@Component(service = Parts.class)
public final class Parts {
    private final Database database;
    private final OfficeClock clock;
    private final Audit audit;

    @Activate
    public Parts(@Reference Database database, @Reference OfficeClock clock, @Reference Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** An answer with the child's version after it. */
    record Versioned<T>(T value, int version) {}

    /** @throws Problem NOT_FOUND */
    <T extends Part> Versioned<List<T>> list(User user, PartTable<T> kind, long child) {
        return database.call(tx -> {
            Kept kept = visible(tx, user, kind, child);
            record(tx, user, Audit.Action.READ, kept, kind.name());
            List<T> parts = CoachNames.beside(tx, user, kind, PartStore.of(tx, kind, child));
            return new Versioned<>(parts, kept.version());
        });
    }

    /**
     * A child's parts of one kind for a page.
     *
     * @param name of the child
     * @param writable whether the reader may change them
     * @param representatives of the child, for its consents only
     * @param version of the child
     */
    record Sheet<T>(String name, boolean writable, List<T> parts, List<Representative> representatives, int version) {}

    /** Opens them, which is noted as for {@link #list}. @throws Problem NOT_FOUND */
    <T extends Part> Sheet<T> sheet(User user, PartTable<T> kind, long child) {
        return database.call(tx -> {
            Kept kept = visible(tx, user, kind, child);
            record(tx, user, Audit.Action.READ, kept, kind.name());
            ChildData data = kept.data();
            String name = Stream.of(data.givenName(), data.patronymic(), data.surname())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            boolean writable = data.state() != ChildState.ARCHIVED
                    && user.scope(kind.write())
                            .covers(kept.where().territory(), kept.where().school());
            return new Sheet<>(
                    name,
                    writable,
                    CoachNames.beside(tx, user, kind, PartStore.of(tx, kind, child)),
                    kind == (PartTable<?>) PartTable.CONSENTS
                            ? PartStore.of(tx, PartTable.REPRESENTATIVES, child)
                            : List.of(),
                    kept.version());
        });
    }

    <T extends Part> Versioned<T> add(User user, PartTable<T> kind, long child, T part) {
        Versioned<Long> made = change(user, kind, child, kept -> kept.version(), (tx, kept) -> {
            checked(tx, child, part, Optional.empty());
            long id = PartStore.insert(tx, kind, database::nextId, child, List.of(part))
                    .get(0);
            follow(tx, kept, Optional.empty(), part, id);
            return id;
        });
        return database.read(tx -> new Versioned<>(one(tx, user, kind, child, made.value()), made.version()));
    }

    /** @param version of the child, as the caller saw it */
    <T extends Part> Versioned<T> replace(User user, PartTable<T> kind, long child, long id, int version, T part) {
        return change(user, kind, child, kept -> version, (tx, kept) -> {
            T before = PartStore.one(tx, kind, child, id).orElseThrow(Problem::notFound);
            put(tx, kind, kept, before, part);
            return one(tx, user, kind, child, id);
        });
    }

    /** @throws Problem CONFLICT when the consent was withdrawn before */
    Versioned<ConsentEntry> withdraw(User user, long child, long id, int version, Withdrawal how) {
        PartTable<ConsentEntry> kind = PartTable.CONSENTS;
        Withdrawal checked = how.checked(clock.today());
        return change(user, kind, child, kept -> version, (tx, kept) -> {
            ConsentEntry before = PartStore.one(tx, kind, child, id).orElseThrow(Problem::notFound);
            if (before.withdrawnOn() != null) {
                throw Problem.conflict("consent.withdrawn", before.withdrawnOn());
            }
            put(tx, kind, kept, before, before.withdrawn(checked));
            return one(tx, user, kind, child, id);
        });
    }

    private <T extends Part> void put(Tx tx, PartTable<T> kind, Kept kept, T before, T part) {
        checked(tx, kept.id(), part, Optional.of(before));
        PartStore.update(tx, kind, kept.id(), before.id(), part);
        follow(tx, kept, Optional.of(before), part, before.id());
    }

    /** The day of a withdrawal sets the term of its task; a day that is taken away was a mistake. */
    private void follow(Tx tx, Kept kept, Optional<? extends Part> before, Part part, long id) {
        if (!(part instanceof ConsentEntry consent)) {
            return;
        }
        LocalDate old = before.map(b -> ((ConsentEntry) b).withdrawnOn()).orElse(null);
        if (Objects.equals(old, consent.withdrawnOn())) {
            return;
        }
        if (consent.withdrawnOn() == null) {
            Withdrawals.undo(tx, id);
        } else {
            String territory = kept.data().territory();
            Withdrawals.follow(tx, database::nextId, kept.id(), id, territory, consent.withdrawnOn(), clock.now());
        }
    }

    private static <T extends Part> T one(Tx tx, User user, PartTable<T> kind, long child, long id) {
        T part = PartStore.one(tx, kind, child, id).orElseThrow(Problem::notFound);
        return CoachNames.beside(tx, user, kind, List.of(part)).get(0);
    }

    /** Ends a category, withdraws a consent; anything else is removed. */
    <T extends Part> int end(User user, PartTable<T> kind, long child, long id, int version) {
        return change(user, kind, child, kept -> version, (tx, kept) -> {
                    T part = PartStore.one(tx, kind, child, id).orElseThrow(Problem::notFound);
                    LocalDate today = clock.today();
                    if (part instanceof CategoryPeriod category
                            && category.validFrom().isBefore(today)) {
                        PartStore.endCategory(tx, child, id, today);
                    } else if (part instanceof ConsentEntry consent) {
                        if (consent.withdrawnOn() == null) {
                            PartStore.withdraw(tx, child, id, today);
                            String territory = kept.data().territory();
                            Withdrawals.follow(tx, database::nextId, child, id, territory, today, clock.now());
                        }
                    } else {
                        if (part instanceof Representative) {
                            PartStore.forget(tx, child, id);
                        }
                        PartStore.delete(tx, kind, child, id);
                    }
                    return id;
                })
                .version();
    }

    private interface Step<R> {
        R in(Tx tx, Kept child);
    }

    private <R> Versioned<R> change(
            User user, PartTable<?> kind, long child, Function<Kept, Integer> version, Step<R> step) {
        Instant now = clock.now();
        return database.call(tx -> {
            Kept kept = visible(tx, user, kind, child);
            Reach.require(user, kind.write(), Children.KIND, child, kept.where());
            int seen = version.apply(kept);
            if (!ChildStore.touch(tx, child, seen, now)) {
                throw Difference.version(seen, kept.version());
            }
            R result = step.in(tx, kept);
            record(tx, user, Audit.Action.UPDATE, kept, kind.name());
            return new Versioned<>(result, seen + 1);
        });
    }

    private static Kept visible(Tx tx, User user, PartTable<?> kind, long child) {
        return ChildStore.find(tx, child, Reach.require(user, kind.read(), child))
                .orElseThrow(() -> Reach.child(tx, user, kind.read(), child));
    }

    private void checked(Tx tx, long child, Part part, Optional<? extends Part> before) {
        Checks checks = new Checks();
        part.check(checks, "", clock.today());
        if (part instanceof ConsentEntry consent && consent.representativeId() != null) {
            boolean known = PartStore.one(tx, PartTable.REPRESENTATIVES, child, consent.representativeId())
                    .isPresent();
            checks.that(known, "representativeId", "child.representative-unknown");
        }
        checks.done();
        if (part instanceof AchievementEntry achievement) {
            ChildParts.requireCoach(tx, achievement, "coachId");
        }
        if (part instanceof ConsentEntry consent) {
            ChildParts.requireMaterial(tx, consent, "deliverableId");
            ChildParts.requireTemplate(tx, consent, before.map(b -> ((ConsentEntry) b).template()), "template");
        }
    }

    private void record(Tx tx, User user, Audit.Action action, Kept child, String detail) {
        audit.record(
                tx,
                user,
                new Audit.Entry(action, Children.KIND, child.id(), child.data().territory(), detail));
    }
}
