package kz.jolkarta.reporting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was handed in, to be read and compared: each reader sees the figures that the report of today would show. */
@Component(service = Revisions.class)
public final class Revisions {
    private final Submissions submissions;
    private final Verdicts verdicts;
    private final CmsSignatures signatures;
    private final Reports reports;
    private final KnownReports known;
    private final Database database;

    @Activate
    public Revisions(
            @Reference Submissions submissions,
            @Reference Verdicts verdicts,
            @Reference CmsSignatures signatures,
            @Reference Reports reports,
            @Reference KnownReports known,
            @Reference Database database) {
        this.submissions = submissions;
        this.verdicts = verdicts;
        this.signatures = signatures;
        this.reports = reports;
        this.known = known;
        this.database = database;
    }

    /**
     * @param submission with its remarks on the whole
     * @param remarks by the measure's code
     * @param cms a person's own signature; empty without one
     * @param attachments the files that the revision names
     */
    record Receipt(
            Submission submission,
            Map<String, String> remarks,
            Optional<CmsSignatures.Slip> cms,
            List<ReportAttachment> attachments) {}

    /** @throws Problem NOT_FOUND for no revision that the user sees */
    Receipt receipt(User user, String year, String region, int revision) {
        Submission one = submissions.one(user, year, region, revision);
        return new Receipt(
                one,
                verdicts.remarks(one),
                signatures.find(one),
                snapshot(user, one).attachments());
    }

    /** The content as the reader may see it. */
    Snapshot snapshot(User user, Submission of) {
        boolean open = !seesChildren(user, of);
        return database.read(tx -> SubmissionStore.content(tx, of.year(), of.region(), of.revision(), open)
                .map(Snapshot::new)
                .orElseThrow(Problem::notFound));
    }

    /** The same question as for the cells of the report: all of its children, or they are protected. */
    boolean seesChildren(User user, Submission of) {
        Scope area = reports.area(user, of.region(), reports.period(String.valueOf(of.year())))
                .scope();
        return area.within(user.scope(Right.CHILDREN_READ)).equals(area);
    }

    /**
     * Figures that changed from this revision to another one.
     *
     * @param against another revision, or {@link SubmittedRows#NOW}
     * @throws Problem NOT_FOUND
     */
    List<Snapshot.Changed> changes(User user, String year, String region, int revision, String against) {
        Submission one = submissions.one(user, year, region, revision);
        if (against.equals(SubmittedRows.NOW)) {
            RegionReport today = known.region(user, Language.KK, String.valueOf(one.year()), one.region())
                    .answer();
            return snapshot(user, one).changes(Snapshot.of(today, List.of()));
        }
        if (!against.matches("\\d{1,6}")) {
            throw Problem.notFound();
        }
        Submission other = submissions.one(user, year, region, Integer.parseInt(against));
        return snapshot(user, one).changes(snapshot(user, other));
    }
}
