package kz.jolkarta.registry.roadmaps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.ConstraintViolation;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of the form of the individual road map, one form for the whole country. A published version is never changed. */
@Component(service = Forms.class, immediate = true)
public final class Forms {
    static final String EARLIER = "/data/road-map-form-1.json";
    private static final String SHIPPED = "/data/road-map-form-2.json";
    private static final String KIND = "road-map-form";

    private final Ledger ledger;
    private final Remembered<String, Map<Long, Integer>> maps;

    /** The form that is shipped is published when the node starts, unless the office has made one of its own. */
    @Activate
    public Forms(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.maps = new Remembered<>(ledger.database(), 1);
        try {
            ledger.database().run(this::publishShipped);
        } catch (ConstraintViolation anotherNode) {
            if (anotherNode.kind() != ConstraintViolation.Kind.UNIQUE) {
                throw anotherNode;
            }
        }
    }

    private void publishShipped(Tx tx) {
        int last = FormStore.lastNumber(tx);
        boolean outdated = FormStore.newestPublished(tx, LocalDate.of(9999, 12, 31))
                .filter(form -> form.number() == last)
                .filter(form -> form.content().equals(read(EARLIER)))
                .isPresent();
        if (last > 0 && !outdated) {
            return;
        }
        FormContent shipped = shipped();
        shipped.check();
        FormStore.insert(
                tx,
                ledger.database().nextId(),
                last + 1,
                shipped,
                Optional.of(ledger.clock().today()),
                User.system().id(),
                ledger.clock().now());
    }

    static FormContent shipped() {
        return read(SHIPPED);
    }

    static FormContent read(String resource) {
        try (InputStream file = Forms.class.getResourceAsStream(resource)) {
            return FormStore.content(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What maps are drawn up with now. */
    public FormContent newest(Tx tx) {
        return FormStore.newestPublished(tx, ledger.clock().today())
                .orElseThrow()
                .content();
    }

    /** Newest first. */
    public List<RoadMapForm> list(User user) {
        user.require(Right.RECORDS_READ);
        return ledger.database().read(FormStore::list).stream()
                .map(this::counted)
                .toList();
    }

    /** @throws Problem NOT_FOUND */
    public RoadMapForm get(User user, long id) {
        user.require(Right.RECORDS_READ);
        return counted(ledger.database().read(tx -> FormStore.find(tx, id).orElseThrow(Problem::notFound)));
    }

    private RoadMapForm counted(RoadMapForm form) {
        Map<Long, Integer> all = maps.of("", () -> ledger.database().read(FormStore::maps));
        return form.withMaps(all.getOrDefault(form.id(), 0));
    }

    /** @throws Problem CONFLICT while there is another draft; INVALID with everything that is wrong */
    public RoadMapForm create(User user, FormContent content) {
        requireCountry(user);
        content.check();
        long id = ledger.database().nextId();
        try {
            return ledger.database().call(tx -> {
                FormStore.draft(tx).ifPresent(draft -> {
                    throw Problem.conflict("roadmap.form-draft", draft);
                });
                int number = FormStore.lastNumber(tx) + 1;
                FormStore.insert(
                        tx,
                        id,
                        number,
                        content,
                        Optional.empty(),
                        user.id(),
                        ledger.clock().now());
                ledger.record(tx, user, Action.CREATE, KIND, id, "", "number " + number);
                return FormStore.find(tx, id).orElseThrow();
            });
        } catch (ConstraintViolation atTheSameTime) {
            if (atTheSameTime.kind() == ConstraintViolation.Kind.UNIQUE) {
                throw Problem.conflict("record.moved");
            }
            throw atTheSameTime;
        }
    }

    /** @throws Problem CONFLICT for a published one; STALE with the difference when it was changed meanwhile */
    public RoadMapForm update(User user, long id, int version, FormContent content) {
        requireCountry(user);
        content.check();
        return ledger.database().call(tx -> {
            RoadMapForm found = draft(tx, id);
            if (found.version() != version) {
                throw Difference.stale(content, found.content());
            }
            if (!FormStore.update(tx, id, version, content)) {
                throw Problem.conflict("record.moved");
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, "", "number " + found.number());
            return FormStore.find(tx, id).orElseThrow();
        });
    }

    /**
     * What differs from another version.
     *
     * @param since its id; the published version before this one when not given
     */
    public List<FormChange> changes(User user, long id, Optional<Long> since) {
        user.require(Right.RECORDS_READ);
        return ledger.database().read(tx -> {
            RoadMapForm form = FormStore.find(tx, id).orElseThrow(Problem::notFound);
            Optional<RoadMapForm> before =
                    since.isPresent() ? FormStore.find(tx, since.get()) : FormStore.publishedBefore(tx, form.number());
            if (since.isPresent() && before.isEmpty()) {
                throw Problem.field("since", "roadmap.form-unknown");
            }
            FormContent then = before.map(RoadMapForm::content).orElseGet(() -> new FormContent(List.of()));
            return FormChange.between(then, form.content());
        });
    }

    /** Gives a draft up. @throws Problem CONFLICT for a published version */
    public void discard(User user, long id, int version) {
        requireCountry(user);
        ledger.database().run(tx -> {
            RoadMapForm found = draft(tx, id);
            if (version != found.version()) {
                throw Difference.version(version, found.version());
            }
            if (!FormStore.delete(tx, id, version)) {
                throw Problem.conflict("record.moved");
            }
            ledger.record(tx, user, Action.DELETE, KIND, id, "", "number " + found.number());
        });
    }

    /** A draft like another version, to go on from. */
    public RoadMapForm copy(User user, long id) {
        requireCountry(user);
        return create(user, get(user, id).content());
    }

    /** @throws Problem CONFLICT for a published one */
    RoadMapForm draft(User user, long id) {
        requireCountry(user);
        return ledger.database().read(tx -> draft(tx, id));
    }

    /**
     * One change of a draft, whose sections may be empty until it is published.
     *
     * @throws Problem CONFLICT for a published one; STALE when it was changed meanwhile; INVALID with what is wrong
     */
    RoadMapForm edit(User user, long id, int version, UnaryOperator<FormContent> change) {
        requireCountry(user);
        return ledger.database().call(tx -> {
            RoadMapForm found = draft(tx, id);
            if (found.version() != version) {
                throw Difference.version(version, found.version());
            }
            FormContent content = change.apply(found.content());
            content.checkDraft();
            if (!FormStore.update(tx, id, version, content)) {
                throw Problem.conflict("record.moved");
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, "", "number " + found.number());
            return FormStore.find(tx, id).orElseThrow();
        });
    }

    LocalDate today() {
        return ledger.clock().today();
    }

    /**
     * From a day on new road maps are drawn up with it; those there are keep theirs.
     *
     * @param from today when it is not given
     * @throws Problem INVALID at {@code from} for a day that is over; CONFLICT naming a section in which nothing stands
     */
    public RoadMapForm publish(User user, long id, OptionalInt version, Optional<LocalDate> from) {
        requireCountry(user);
        LocalDate day = from.orElseGet(this::today);
        if (day.isBefore(today())) {
            throw Problem.field("from", "roadmap.form-from");
        }
        return ledger.database().call(tx -> {
            RoadMapForm found = draft(tx, id);
            if (version.isPresent() && version.getAsInt() != found.version()) {
                throw Difference.version(version.getAsInt(), found.version());
            }
            found.sections().stream().filter(FormSection::empty).findFirst().ifPresent(empty -> {
                throw Problem.conflict(
                        "roadmap.form-section-empty", empty.names().text());
            });
            if (!FormStore.publish(tx, id, found.version(), day)) {
                throw Problem.conflict("record.moved");
            }
            ledger.record(tx, user, Action.APPROVE, KIND, id, "", "number " + found.number() + " from " + day);
            return FormStore.find(tx, id).orElseThrow();
        });
    }

    private static RoadMapForm draft(Tx tx, long id) {
        RoadMapForm found = FormStore.find(tx, id).orElseThrow(Problem::notFound);
        if (found.state() == FormState.PUBLISHED) {
            throw Problem.conflict("roadmap.form-published", found.number());
        }
        return found;
    }

    private static void requireCountry(User user) {
        if (!user.require(Right.PROGRAMME_WRITE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "roadmap.form-country");
        }
    }
}
