package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Enters returns of past years. Of a region's whoever writes records of the whole region ({@code RECORDS_WRITE}) enters it, of any the national level. A year
 * that was handed in here is not entered.
 */
@Component(service = ArchiveEntries.class)
public final class ArchiveEntries {
    /** What fields of figures are called, before the figure's code. */
    static final String FIELD = "figures.";

    private final Archive archive;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public ArchiveEntries(
            @Reference Archive archive,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.archive = archive;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param figures as they were written, by code; what is not there is taken out */
    record Input(Map<String, String> figures, String kk, String ru) {
        Input {
            figures = figures == null ? Map.of() : new TreeMap<>(figures);
            kk = kk == null ? "" : kk.strip();
            ru = ru == null ? "" : ru.strip();
        }
    }

    /**
     * Enters a measure whole; what was there before stays in its history. The same once more changes nothing.
     *
     * @param version the revision that the writer has seen, 0 for none; empty takes the present one
     * @throws Problem INVALID at each field that cannot be; FORBIDDEN; CONFLICT when the year was handed in here; STALE when somebody else was faster
     */
    ArchiveEntry enter(User user, String year, String region, String measure, Input input, OptionalInt version) {
        Archive.Return of = archive.open(user, year, region);
        ReportKey key = of.key();
        archive.requireWrite(user, key.region());
        ArchiveForm.Part part = of.form().part(measure).orElseThrow(Problem::notFound);
        ArchiveEntry read = read(part, input);
        ArchiveEntry seen = of.of(measure);
        return ReportKey.unique(() -> database.call(tx -> {
            ArchiveEntry stored = stored(tx, key, measure);
            requireSeen(stored, seen);
            if (version.isPresent() && version.getAsInt() != stored.revision()) {
                throw Versions.stale(fields(read), fields(seen));
            }
            Set<String> codes = read.figures().keySet();
            return put(tx, user, key, new Seen(stored, seen), codes, kept(part, stored, seen, read), Optional.empty())
                    .orElse(seen);
        }));
    }

    static ArchiveEntry stored(Tx tx, ReportKey key, String measure) {
        return ArchiveStore.current(tx, key).stream()
                .filter(e -> e.measure().equals(measure))
                .findFirst()
                .orElseGet(() -> ArchiveEntry.none(measure));
    }

    private static ArchiveEntry read(ArchiveForm.Part part, Input input) {
        Map<String, ArchiveEntry.Figure> figures = new TreeMap<>();
        List<Problem.FieldError> wrong = new ArrayList<>();
        input.figures()
                .forEach((code, typed) -> part.line(code)
                        .ifPresentOrElse(
                                line -> {
                                    ArchiveForm.Line.Reading reading = line.read(typed);
                                    reading.wrong().ifPresent(m -> wrong.add(new Problem.FieldError(FIELD + code, m)));
                                    reading.value()
                                            .ifPresent(v -> figures.put(code, ArchiveEntry.Figure.of(line.unit(), v)));
                                },
                                () -> wrong.add(
                                        new Problem.FieldError(FIELD + code, Message.of("archive.value.unknown")))));
        tooLong("kk", input.kk(), wrong);
        tooLong("ru", input.ru(), wrong);
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        return new ArchiveEntry(part.code(), 0, figures, input.kk(), input.ru(), Optional.empty());
    }

    private static void tooLong(String field, String text, List<Problem.FieldError> wrong) {
        if (text.length() > ReportText.LONGEST) {
            wrong.add(new Problem.FieldError(field, Message.of("report.text.long", ReportText.LONGEST)));
        }
    }

    /** What stands of a measure, and what the writer sees of it. */
    record Seen(ArchiveEntry stored, ArchiveEntry seen) {}

    /** @throws Problem CONFLICT when somebody was faster than the reading */
    static void requireSeen(ArchiveEntry stored, ArchiveEntry seen) {
        if (stored.revision() != seen.revision()) {
            throw Problem.conflict("report.submit.meanwhile");
        }
    }

    /** What was entered under codes that the measure does not have any more stays, and what the writer is kept from unless it is written anew. */
    private static ArchiveEntry kept(
            ArchiveForm.Part part, ArchiveEntry stored, ArchiveEntry seen, ArchiveEntry wanted) {
        Map<String, ArchiveEntry.Figure> all = new TreeMap<>(wanted.figures());
        stored.figures().forEach((code, figure) -> {
            if (part.line(code).isEmpty() || seen.hides(code)) {
                all.putIfAbsent(code, figure);
            }
        });
        return wanted.with(all);
    }

    /** By the fields of the form, to be compared. */
    private static Map<String, Object> fields(ArchiveEntry entry) {
        Map<String, Object> fields = new TreeMap<>();
        entry.figures()
                .forEach((code, figure) -> fields.put(
                        FIELD + code,
                        figure.value().map(BigDecimal::toPlainString).orElse("")));
        fields.put("kk", entry.kk());
        fields.put("ru", entry.ru());
        return fields;
    }

    /**
     * Makes it the measure's next entry.
     *
     * @param codes of the figures that were written; one that the writer is kept from is written whatever it was, for "the same" would tell it
     * @return empty when it says the same as the one that stands
     * @throws Problem CONFLICT when the year was handed in here
     */
    Optional<ArchiveEntry> put(
            Tx tx,
            User user,
            ReportKey key,
            Seen before,
            Set<String> codes,
            ArchiveEntry wanted,
            Optional<ArchiveEntry.File> file) {
        ArchiveEntry stored = before.stored();
        if (SubmissionStore.standing(tx).contains(key)) {
            throw Problem.conflict("archive.handed-in", String.valueOf(key.year()));
        }
        if (wanted.same(stored) && codes.stream().noneMatch(before.seen()::hides)) {
            return Optional.empty();
        }
        ArchiveEntry.Level level = ReportKey.national(user) ? ArchiveEntry.Level.NATION : ArchiveEntry.Level.REGION;
        ArchiveEntry made = new ArchiveEntry(
                wanted.measure(),
                stored.revision() + 1,
                wanted.figures(),
                wanted.kk(),
                wanted.ru(),
                Optional.of(new ArchiveEntry.Source(user.login(), level, clock.now(), file)));
        ArchiveStore.insert(tx, database.nextId(), key, made);
        audit.record(tx, user, key.entry(Audit.Action.UPDATE, "archive " + made.measure() + " " + made.revision()));
        return Optional.of(made);
    }
}
