package kz.jolkarta.registry.consents;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.ConstraintViolation;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.consents.ConsentTemplate.State;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Moves;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of the texts that consents are given on, one line for each purpose, for the whole country. */
@Component(service = ConsentTemplates.class, immediate = true)
public final class ConsentTemplates {
    private static final String KIND = "consent-template";

    private final Ledger ledger;

    /** The first version of each purpose is published when the node starts for the first time. */
    @Activate
    public ConsentTemplates(@Reference Ledger ledger) {
        this.ledger = ledger;
        try {
            ledger.database().run(this::first);
        } catch (ConstraintViolation anotherNode) {
            if (anotherNode.kind() != ConstraintViolation.Kind.UNIQUE) {
                throw anotherNode;
            }
        }
    }

    private void first(Tx tx) {
        shipped().forEach((purpose, content) -> {
            if (TemplateStore.lastNumber(tx, purpose) == 0) {
                content.check();
                TemplateStore.insert(
                        tx,
                        ledger.database().nextId(),
                        purpose,
                        1,
                        content,
                        Optional.of(ledger.clock().today()),
                        User.system().id(),
                        ledger.clock().now());
            }
        });
    }

    static Map<ConsentPurpose, ConsentContent> shipped() {
        try (InputStream file = ConsentTemplates.class.getResourceAsStream("/data/consents-1.json")) {
            return Json.mapper().readValue(file, new TypeReference<Map<ConsentPurpose, ConsentContent>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<ConsentTemplate> list(User user, Optional<ConsentPurpose> purpose, Optional<State> state) {
        requireReader(user);
        return ledger.database().read(tx -> TemplateStore.list(tx, purpose, state));
    }

    /** @throws Problem NOT_FOUND */
    public ConsentTemplate get(User user, long id) {
        requireReader(user);
        return ledger.database().read(tx -> TemplateStore.find(tx, id).orElseThrow(Problem::notFound));
    }

    /** @throws Problem CONFLICT while there is another draft of the purpose; INVALID with everything that is wrong */
    public ConsentTemplate create(User user, TemplateInput input) {
        requireCountry(user);
        Checks checks = new Checks();
        checks.required("purpose", input.purpose());
        checks.required("content", input.content());
        checks.done();
        input.content().check();
        long id = ledger.database().nextId();
        return Duplicates.as(
                () -> ledger.database().call(tx -> {
                    TemplateStore.draft(tx, input.purpose()).ifPresent(draft -> {
                        throw Problem.conflict("consent.template-draft", draft);
                    });
                    int number = TemplateStore.lastNumber(tx, input.purpose()) + 1;
                    TemplateStore.insert(
                            tx,
                            id,
                            input.purpose(),
                            number,
                            input.content(),
                            Optional.empty(),
                            user.id(),
                            ledger.clock().now());
                    return recorded(tx, user, Action.CREATE, id);
                }),
                () -> Problem.conflict("record.moved"));
    }

    /** @throws Problem CONFLICT for a published one; STALE with the difference when it was changed meanwhile */
    public ConsentTemplate update(User user, long id, int version, ConsentContent content) {
        requireCountry(user);
        content.check();
        return ledger.database().call(tx -> {
            ConsentTemplate found = draft(tx, id);
            if (found.version() != version) {
                throw Difference.stale(content, found.content());
            }
            if (!TemplateStore.update(tx, id, version, content)) {
                throw Problem.conflict("record.moved");
            }
            return recorded(tx, user, Action.UPDATE, id);
        });
    }

    /** From now on consents may be given on it; those given keep theirs. */
    public ConsentTemplate publish(User user, long id, OptionalInt version) {
        requireCountry(user);
        return ledger.database().call(tx -> {
            ConsentTemplate found = draft(tx, id);
            if (version.isPresent() && version.getAsInt() != found.version()) {
                throw Difference.version(version.getAsInt(), found.version());
            }
            if (!TemplateStore.publish(tx, id, found.version(), ledger.clock().today())) {
                throw Problem.conflict("record.moved");
            }
            return recorded(tx, user, Action.APPROVE, id);
        });
    }

    private ConsentTemplate recorded(Tx tx, User user, Action action, long id) {
        ConsentTemplate now = TemplateStore.find(tx, id).orElseThrow();
        ledger.record(tx, user, action, KIND, id, "", Moves.code(now.purpose()) + " " + now.number());
        return now;
    }

    private static ConsentTemplate draft(Tx tx, long id) {
        ConsentTemplate found = TemplateStore.find(tx, id).orElseThrow(Problem::notFound);
        if (found.state() == State.PUBLISHED) {
            throw Problem.conflict("consent.template-published", found.number());
        }
        return found;
    }

    /** They hold no personal data: whoever takes consents down or writes the texts reads them. */
    private static void requireReader(User user) {
        if (!user.has(Right.PROGRAMME_WRITE)) {
            user.require(Right.CHILDREN_READ);
        }
    }

    private static void requireCountry(User user) {
        if (!user.require(Right.PROGRAMME_WRITE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "consent.country");
        }
    }
}
