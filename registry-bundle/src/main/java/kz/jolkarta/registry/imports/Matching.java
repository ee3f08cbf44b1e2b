package kz.jolkarta.registry.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.children.NameKey;

/**
 * Decides of each row of a list whether its child is known: created, updated, unchanged, doubtful or rejected. Several rows are decided
 * together so that the registry is asked few questions; what later rows have to know of them is remembered once they are written.
 */
final class Matching {
    private final long batch;
    private final boolean dryRun;
    private final Scope scope;
    private final LocalDate today;
    private final LongSupplier ids;
    /** Identities that stand in more than one row of the list: only of these anything has to be remembered. */
    private final Set<Long> repeated;
    /** Children without an IIN, by name and birth date. */
    private final Map<String, Long> numberless;

    private final Map<String, Integer> firstRows = new HashMap<>();
    /** What a dry run would have written, where a later row may ask for it. */
    private final Map<String, Known> imagined = new HashMap<>();

    private Map<String, Integer> newFirstRows = new HashMap<>();
    private Map<String, Known> newImagined = new HashMap<>();
    private Map<String, Long> newNumberless = new HashMap<>();

    Matching(
            long batch,
            boolean dryRun,
            Scope scope,
            LocalDate today,
            LongSupplier ids,
            Set<Long> repeated,
            Map<String, Long> numberless) {
        this.batch = batch;
        this.dryRun = dryRun;
        this.scope = scope;
        this.today = today;
        this.ids = ids;
        this.repeated = repeated;
        this.numberless = numberless;
    }

    /** A number that stands for an identity; two identities may share one, which costs memory and nothing else. */
    static long fingerprint(String identity) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < identity.length(); i++) {
            hash = (hash ^ identity.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** A row that an earlier run of this job has taken. */
    void taken(Line line) {
        if (repeated.contains(fingerprint(line.identity()))) {
            firstRows.putIfAbsent(line.identity(), line.row());
        }
    }

    /** What was decided last is written: it holds for the rows that follow. */
    void written() {
        firstRows.putAll(newFirstRows);
        imagined.putAll(newImagined);
        numberless.putAll(newNumberless);
    }

    Work decide(Tx tx, List<Line> lines, IntFunction<Map<String, String>> cells, Instant now) {
        newFirstRows = new HashMap<>();
        newImagined = new HashMap<>();
        newNumberless = new HashMap<>();
        Candidates candidates = Candidates.of(tx, lines, new Candidates.Asked(batch, dryRun, scope, today, numberless));
        Work work = new Work();
        Decisions decisions = new Decisions(batch, today, now, ids, work, candidates.schools);
        for (Line line : lines) {
            line.remarks().forEach(r -> work.remark(line, r));
            decide(line, cells, candidates, decisions, work);
        }
        askOnce(tx, work);
        return work;
    }

    private void decide(
            Line line, IntFunction<Map<String, String>> cells, Candidates candidates, Decisions decisions, Work work) {
        if (line.rejected()) {
            work.rejected++;
            return;
        }
        Optional<Known> known = known(line, candidates);
        if (known.isEmpty()) {
            unknown(line, cells, candidates, decisions, work);
            return;
        }
        Known child = known.get();
        if (!scope.covers(child.territory())) {
            reject(
                    line,
                    new Remark(Remark.Outcome.REJECTED, -1, "registered-elsewhere", line.iin(), "", List.of()),
                    work);
            return;
        }
        if (otherPerson(child, line)) {
            doubt(line, cells, child, "same-iin-other-name", Optional.empty(), work);
            return;
        }
        if (!decisions.differs(child, line)) {
            work.unchanged++;
            first(line, child);
            return;
        }
        Optional<Integer> earlier = earlier(line, child, candidates, work);
        if (earlier.isPresent()) {
            doubt(line, cells, child, "repeated-in-file", earlier, work);
            return;
        }
        decisions.update(child, line);
        work.updated++;
        first(line, child);
    }

    private Optional<Known> known(Line line, Candidates candidates) {
        Known dreamt = newImagined.getOrDefault(line.identity(), imagined.get(line.identity()));
        if (dreamt != null) {
            return Optional.of(dreamt);
        }
        return Optional.ofNullable(
                line.iin().isEmpty()
                        ? candidates.byDocument.get(Candidates.document(line))
                        : candidates.byIin.get(line.iin()));
    }

    private void unknown(
            Line line, IntFunction<Map<String, String>> cells, Candidates candidates, Decisions decisions, Work work) {
        Known alike = candidates.names ? candidates.byNameAndBirth.get(Candidates.nameAndBirth(line)) : null;
        if (alike == null && dryRun) {
            alike = newImagined.getOrDefault(
                    Candidates.nameAndBirth(line), imagined.get(Candidates.nameAndBirth(line)));
        }
        boolean mayBeSame =
                alike != null && (line.iin().isEmpty() || alike.text("iin").isEmpty());
        if (mayBeSame && scope.covers(alike.territory())) {
            doubt(line, cells, alike, "same-name-and-birth", Optional.empty(), work);
            return;
        }
        if (!line.missing().isEmpty()) {
            for (Column column : line.missing()) {
                work.remark(
                        line, new Remark(Remark.Outcome.REJECTED, -1, "missing", "", "", List.of("@" + column.key())));
            }
            work.rejected++;
            return;
        }
        Known child = decisions.create(line);
        work.created++;
        if (line.iin().isEmpty()) {
            candidates.byDocument.put(Candidates.document(line), child);
            newNumberless.put(child.nameAndBirth(), child.id);
        } else {
            candidates.byIin.put(line.iin(), child);
        }
        if (candidates.names) {
            candidates.byNameAndBirth.putIfAbsent(child.nameAndBirth(), child);
        }
        first(line, child);
        if (dryRun && repeated.contains(fingerprint(child.nameAndBirth()))) {
            newImagined.put(child.nameAndBirth(), child);
        }
    }

    /** Surname and given name both differ, however they are spelled: either the number is wrong or the person another. */
    private static boolean otherPerson(Known child, Line line) {
        boolean surname =
                !line.surname().isEmpty() && !NameKey.of(line.surname()).equals(NameKey.of(child.text("surname")));
        boolean given = !line.givenName().isEmpty()
                && !NameKey.of(line.givenName()).equals(NameKey.of(child.text("given_name")));
        return surname && given;
    }

    private Optional<Integer> earlier(Line line, Known child, Candidates candidates, Work work) {
        Integer row = newFirstRows.getOrDefault(line.identity(), firstRows.get(line.identity()));
        if (row == null && work.changes.containsKey(child.id)) {
            row = work.changes.get(child.id).row;
        }
        return Optional.ofNullable(row == null ? candidates.touched.get(child.id) : row);
    }

    private void first(Line line, Known child) {
        String identity = line.identity();
        if (repeated.contains(fingerprint(identity))) {
            if (!firstRows.containsKey(identity)) {
                newFirstRows.putIfAbsent(identity, line.row());
            }
            if (dryRun) {
                newImagined.put(identity, child);
            }
        }
    }

    private static void reject(Line line, Remark remark, Work work) {
        work.remark(line, remark);
        work.rejected++;
    }

    private void doubt(
            Line line,
            IntFunction<Map<String, String>> cells,
            Known child,
            String evidence,
            Optional<Integer> row,
            Work work) {
        work.remark(
                line,
                new Remark(
                        Remark.Outcome.DOUBTFUL,
                        -1,
                        evidence,
                        line.iin(),
                        "",
                        row.map(r -> List.of(String.valueOf(r))).orElse(List.of())));
        work.doubtful++;
        Map<String, String> said = new LinkedHashMap<>(cells.apply(line.row()));
        String json = Json.text(said);
        String territory = line.territory().isEmpty() ? child.territory() : line.territory();
        work.doubts.add(
                new Work.Doubt(line, child.id, territory, evidence, json, digest(evidence + line.identity() + json)));
    }

    /** A doubt that waits already is not put again; one that was settled is no doubt any more. */
    private void askOnce(Tx tx, Work work) {
        if (work.doubts.isEmpty()) {
            return;
        }
        Map<String, DoubtStore.Decision> known = DoubtStore.decisions(
                tx, work.doubts.stream().map(Work.Doubt::key).toList());
        Set<String> asked = new HashSet<>();
        for (Work.Doubt doubt : new ArrayList<>(work.doubts)) {
            DoubtStore.Decision decision = known.get(doubt.key());
            boolean again = !asked.add(doubt.key());
            if (decision != null || again) {
                work.doubts.remove(doubt);
            }
            if (decision != null && decision != DoubtStore.Decision.OPEN) {
                work.doubtful--;
                work.unchanged++;
                List<Remark> remarks = work.remarks.get(doubt.line());
                remarks.removeIf(r -> r.outcome() == Remark.Outcome.DOUBTFUL);
                remarks.add(new Remark(
                        Remark.Outcome.WARNING,
                        -1,
                        "decided-before",
                        doubt.line().iin(),
                        "",
                        List.of()));
            }
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
