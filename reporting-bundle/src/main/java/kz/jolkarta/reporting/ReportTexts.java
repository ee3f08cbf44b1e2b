package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is written beside the figures of a report. Of a region's whoever writes records of the whole region ({@code RECORDS_WRITE}) writes it, of the
 * country's the national level.
 */
@Component(service = ReportTexts.class)
public final class ReportTexts {
    private final Reports reports;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public ReportTexts(
            @Reference Reports reports,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    List<ReportText> list(User user, String year, String region) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        return database.read(tx -> SubmissionStore.texts(tx, key.year(), key.region()));
    }

    /** What somebody writes; null members were not given. */
    record TextInput(String measure, String kk, String ru) {}

    /**
     * Writes a text.
     *
     * @param version that the writer has seen, 0 for none; empty takes the present one
     * @throws Problem INVALID for an unknown measure or too long a text; STALE when somebody else was faster
     */
    ReportText write(User user, String year, String region, TextInput input, OptionalInt version) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        user.require(Right.RECORDS_WRITE, key.region());
        return write(user, key, input, version);
    }

    /** Writes a text of the country's report. @throws Problem as {@link #write}; FORBIDDEN to all but the national level */
    ReportText writeOfNation(User user, String year, TextInput input, OptionalInt version) {
        ReportKey key = ReportKey.nation(reports, user, year);
        ReportKey.requireNational(user);
        return write(user, key, input, version);
    }

    /** Texts of the country's report. */
    List<ReportText> ofNation(User user, String year) {
        ReportKey key = ReportKey.nation(reports, user, year);
        return database.read(tx -> SubmissionStore.texts(tx, key.year(), key.region()));
    }

    private ReportText write(User user, ReportKey key, TextInput input, OptionalInt version) {
        ReportText wanted = wanted(input);
        return ReportKey.unique(() -> database.call(tx -> {
            ReportText stored = SubmissionStore.texts(tx, key.year(), key.region()).stream()
                    .filter(t -> t.measure().equals(wanted.measure()))
                    .findFirst()
                    .orElse(ReportText.none(wanted.measure()));
            if (version.isPresent() && version.getAsInt() != stored.version()) {
                throw Versions.stale(input, new TextInput(stored.measure(), stored.kk(), stored.ru()));
            }
            Instant now = clock.now();
            ReportText made = new ReportText(
                    wanted.measure(),
                    wanted.kk(),
                    wanted.ru(),
                    Optional.of(user.login()),
                    Optional.of(now),
                    stored.version());
            if (stored.version() == 0) {
                SubmissionStore.insert(tx, database.nextId(), key.year(), key.region(), made, user, now);
            } else if (!SubmissionStore.update(tx, key.year(), key.region(), made, user, now)) {
                throw Versions.stale(input, new TextInput(stored.measure(), stored.kk(), stored.ru()));
            }
            audit.record(tx, user, key.entry(Audit.Action.UPDATE, "text " + wanted.measure()));
            return new ReportText(made.measure(), made.kk(), made.ru(), made.by(), made.at(), stored.version() + 1);
        }));
    }

    private static ReportText wanted(TextInput input) {
        String measure = input.measure() == null ? "" : input.measure();
        if (Resolution997.programme().clause(measure).isEmpty()) {
            throw Problem.field("measure", "report.text.measure");
        }
        ReportText text = new ReportText(
                measure, stripped(input.kk()), stripped(input.ru()), Optional.empty(), Optional.empty(), 0);
        if (text.kk().length() > ReportText.LONGEST) {
            throw Problem.field("kk", "report.text.long", ReportText.LONGEST);
        }
        if (text.ru().length() > ReportText.LONGEST) {
            throw Problem.field("ru", "report.text.long", ReportText.LONGEST);
        }
        return text;
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    boolean mayWrite(User user, String region) {
        return user.scope(Right.RECORDS_WRITE).covers(region);
    }
}
