package kz.jolkarta.registry.copies;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The representative's copy of everything held about the child (Law № 94-V, the subject's free access), with who looked at it. */
@Component(service = Copies.class)
public final class Copies {
    /** More than anybody reads; the log itself has the rest. */
    private static final int MOST_ENTRIES = 2000;

    private final Ledger ledger;
    private final AccessLog log;
    private final Papers papers;
    private final Texts texts;

    @Activate
    public Copies(
            @Reference Ledger ledger, @Reference AccessLog log, @Reference Papers papers, @Reference Texts texts) {
        this.ledger = ledger;
        this.log = log;
        this.papers = papers;
        this.texts = texts;
    }

    /** A file that is still to be written. */
    interface Pending {
        void writeTo(OutputStream out);
    }

    /** What was read, before it is put into a form. */
    record Read(
            CopyStore.Subject subject,
            String representative,
            String reason,
            Instant madeAt,
            Map<Holding, List<Map<Column, Object>>> parts,
            List<String> leftOut,
            List<AccessEntry> accesses) {}

    /** Whose copy is asked for. @param representatives names by the numbers of those who may ask */
    record Asking(String name, Map<Long, String> representatives) {
        /** @throws Problem INVALID with every wrong field */
        void check(CopyRequest request) {
            request.check();
            if (!representatives.containsKey(request.representativeId())) {
                throw Problem.field("representativeId", "child.representative-unknown");
            }
        }
    }

    /** Opens who may ask, which is noted. @throws Problem NOT_FOUND */
    Asking asking(User user, long child) {
        return ledger.database().call(tx -> {
            CopyStore.Subject subject = subject(tx, user, child);
            ledger.record(tx, user, Action.READ, Reach.CHILD, child, subject.territory(), "representatives");
            return new Asking(subject.name(), subject.representatives());
        });
    }

    private static CopyStore.Subject subject(Tx tx, User user, long child) {
        return CopyStore.subject(tx, child, Reach.require(user, Right.CHILDREN_EXPORT, child))
                .orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_EXPORT, child));
    }

    Pending pdf(User user, long child, Language language, CopyRequest request) {
        Read read = read(user, child, language, request, "pdf");
        return out -> papers.pdf(
                new CopyPaper(
                                texts,
                                ledger.measures(),
                                log.words(),
                                ledger.clock().zone())
                        .of(read, language),
                out);
    }

    Pending json(User user, long child, Language language, CopyRequest request) {
        ChildCopy copy = copy(child, read(user, child, language, request, "json"), language);
        ObjectWriter writer = Json.mapper().writerWithDefaultPrettyPrinter();
        return out -> {
            try {
                out.write(writer.writeValueAsBytes(copy));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        };
    }

    private Read read(User user, long child, Language language, CopyRequest request, String format) {
        request.check();
        Instant now = ledger.clock().now();
        return ledger.database().call(tx -> {
            CopyStore.Subject subject = subject(tx, user, child);
            new Asking(subject.name(), subject.representatives()).check(request);
            String representative = subject.representatives().get(request.representativeId());
            boolean diagnostics = !CopyStore.subject(tx, child, user.scope(Right.DIAGNOSTICS_READ))
                    .isEmpty();
            String detail = "copy " + format + " representative=" + request.representativeId();
            ledger.record(tx, user, Action.EXPORT, Reach.CHILD, child, subject.territory(), detail);
            Map<Holding, List<Map<Column, Object>>> parts = new LinkedHashMap<>();
            List<String> leftOut = new ArrayList<>();
            for (Holding holding : Holdings.ALL) {
                if (holding.diagnostics() && !diagnostics) {
                    leftOut.add(holding.code());
                } else {
                    parts.put(holding, CopyStore.rows(tx, holding, child, diagnostics));
                }
            }
            List<AccessEntry> accesses = accesses(tx, child, language);
            return new Read(subject, representative, request.reason(), now, parts, leftOut, accesses);
        });
    }

    private List<AccessEntry> accesses(Tx tx, long child, Language language) {
        return log.read(tx, child, AccessFilter.ALL, Long.MAX_VALUE, MOST_ENTRIES, language);
    }

    private ChildCopy copy(long child, Read read, Language language) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        read.parts()
                .forEach((holding, rows) -> parts.put(
                        holding.code(), rows.stream().map(Copies::members).toList()));
        AccessWords words = log.words();
        List<ChildCopy.Access> accesses = read.accesses().stream()
                .map(e ->
                        new ChildCopy.Access(e.at(), e.login(), e.roles(), e.what(), words.right(e.right(), language)))
                .toList();
        return new ChildCopy(
                ChildCopy.SHAPE,
                child,
                read.madeAt(),
                read.representative(),
                read.reason(),
                read.leftOut(),
                parts,
                accesses);
    }

    private static Map<String, Object> members(Map<Column, Object> row) {
        Map<String, Object> members = new LinkedHashMap<>();
        row.forEach((column, value) -> members.put(column.member(), value));
        return members;
    }
}
