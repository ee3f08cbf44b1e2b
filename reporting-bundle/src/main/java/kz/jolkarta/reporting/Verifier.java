package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks that a revision is what was handed in: its content, its signature, the rows behind its figures and what they make. */
@Component(service = Verifier.class)
public final class Verifier {
    private final Submissions submissions;
    private final Database database;
    private final NodeKey key;

    @Activate
    public Verifier(@Reference Submissions submissions, @Reference Database database, @Reference NodeKey key) {
        this.submissions = submissions;
        this.database = database;
        this.key = key;
    }

    /** How many rows there are, of which district. */
    private record Counted(int count, Map<String, Integer> byDistrict) {}

    /** @throws Problem NOT_FOUND for no revision that the user sees */
    Verification verify(User user, String year, String region, int revision) {
        Submission one = submissions.one(user, year, region, revision);
        List<Verification.Flaw> flaws = new ArrayList<>();
        database.read(tx -> {
            Snapshot full = content(tx, one, false);
            if (!full.hash().equals(one.hash())) {
                flaws.add(Verification.Flaw.of(Verification.Kind.CONTENT));
            }
            one.seal().ifPresent(seal -> {
                if (!NodeKey.verify(seal.publicKey(), full.bytes(), seal.signature())) {
                    flaws.add(Verification.Flaw.of(Verification.Kind.SIGNATURE));
                }
                if (!NodeKey.verify(seal.publicKey(), content(tx, one, true).bytes(), seal.openSignature())) {
                    flaws.add(Verification.Flaw.of(Verification.Kind.OPEN_CONTENT));
                }
            });
            if (flaws.isEmpty()) {
                rows(tx, full, flaws);
                files(tx, full, flaws);
            }
            return flaws;
        });
        Verification.State intact = one.seal().isPresent() ? Verification.State.WHOLE : Verification.State.UNSIGNED;
        String signer = one.seal().map(Submission.Seal::key).orElse("");
        return new Verification(
                flaws.isEmpty() ? intact : Verification.State.DAMAGED, signer, signer.equals(key.id()), flaws);
    }

    private static Snapshot content(Tx tx, Submission of, boolean open) {
        return new Snapshot(SubmissionStore.content(tx, of.year(), of.region(), of.revision(), open)
                .orElseThrow(Problem::notFound));
    }

    /** One file after the other is read and hashed. */
    private static void files(Tx tx, Snapshot full, List<Verification.Flaw> flaws) {
        for (ReportAttachment file : full.attachments()) {
            boolean whole = AttachmentStore.content(tx, file.id())
                    .filter(content -> Sha256.of(content).equals(file.sha256()))
                    .isPresent();
            if (!whole) {
                flaws.add(new Verification.Flaw(Verification.Kind.ATTACHMENT, file.measure(), file.name()));
            }
        }
    }

    /** The rows are read one after the other, and only their numbers are held. */
    private static void rows(Tx tx, Snapshot full, List<Verification.Flaw> flaws) {
        Map<Snapshot.Key, Map<Behind.Part, Snapshot.Frozen>> frozen = full.frozen();
        Map<String, Counted> found = new HashMap<>();
        List<Snapshot.Frozen> wanted =
                frozen.values().stream().flatMap(p -> p.values().stream()).toList();
        RowStore.each(tx, wanted, (hash, rows) -> found.put(hash, new Counted(rows.count(), rows.counts())));
        Map<Snapshot.Key, Map<Behind.Part, Counted>> counted = new LinkedHashMap<>();
        frozen.forEach((figure, parts) -> {
            Map<Behind.Part, Counted> own = new EnumMap<>(Behind.Part.class);
            parts.forEach((part, rows) -> {
                Counted there = found.get(rows.sha256());
                if (there == null || there.count() != rows.rows()) {
                    flaws.add(new Verification.Flaw(Verification.Kind.ROWS, figure.measure(), figure.indicator()));
                } else {
                    own.put(part, there);
                }
            });
            if (own.size() == parts.size()) {
                counted.put(figure, own);
            }
        });
        Recount.differing(full, counted, Counted::count, Counted::byDistrict).stream()
                .map(k -> new Verification.Flaw(Verification.Kind.VALUE, k.measure(), k.indicator()))
                .distinct()
                .forEach(flaws::add);
    }
}
