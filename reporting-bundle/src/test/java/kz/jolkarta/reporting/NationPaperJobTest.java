package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobFiles;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.jobfiles.StoredJobFiles;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The draft of the country's report, ordered and fetched later. */
@BothEngines(Node.Registry.class)
class NationPaperJobTest {
    private static final User COUNTRY = Node.user(Role.ANALYST, "");

    private Node node;
    private JobFiles files;
    private Board jobs;
    private NationPaperDesk desk;
    private NationPaperJob kind;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.children(7, 1, Node.VILLAGE, "SPORT");
        files = new StoredJobFiles(database, node.clock);
        jobs = new Board();
        desk = new NationPaperDesk(
                node.papers,
                node.reports,
                jobs,
                files,
                new LocaleWording(node.texts, node.clock),
                database,
                node.trail());
        kind = new NationPaperJob(node.papers, files, database);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private OptionalLong order() {
        return desk.order(COUNTRY, "2025", PaperFormat.DOCX, Language.RU);
    }

    private static Problem refused(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(Problem.class, act);
    }

    @Test
    void what_has_to_be_counted_first_is_a_job_whose_file_is_fetched_later_and_the_next_order_is_ready_at_once()
            throws IOException {
        long id = order().orElseThrow();
        assertEquals(
                "report.paper.not-ready",
                refused(() -> desk.file(COUNTRY, "2025", id)).message().key());
        jobs.run(COUNTRY, false);
        assertEquals(List.of(0L, 1L, 2L), jobs.progress);
        assertEquals("/api/nation/2025/papers/" + id, kind.page(jobs.job));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFile file = desk.file(COUNTRY, "2025", id);
        file.content().accept(out);
        assertEquals("nation-2025-draft.docx", file.fileName());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            assertTrue(document.getTables().size() > 3);
        }
        assertEquals(
                "2025 paper docx fetched",
                node.audited.get(node.audited.size() - 1).detail());
        assertEquals(OptionalLong.empty(), order(), "nothing has changed since");
        node.child(90, Node.VILLAGE, "SPORT");
        assertTrue(order().isPresent(), "the figures are others");
    }

    @Test
    void a_cancelled_one_leaves_no_file_and_nobody_else_fetches_it() {
        long id = order().orElseThrow();
        jobs.run(COUNTRY, true);
        assertTrue(files.find(id).isEmpty());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                refused(() -> desk.file(Node.user("other", Role.ANALYST, ""), "2025", id))
                        .kind());
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> desk.order(Node.user(Role.ANALYST, "23"), "2025", PaperFormat.PDF, Language.KK))
                        .kind());
        assertEquals(
                "format",
                refused(() -> desk.order(COUNTRY, "2025", PaperFormat.XLSX, Language.KK))
                        .fields()
                        .get(0)
                        .field());
    }

    /** One job at a time. */
    private final class Board implements Jobs {
        private final List<Long> progress = new ArrayList<>();
        private Job job;

        @Override
        public long submit(Tx tx, User owner, String code, String territory, Map<String, String> params) {
            job = job(node.database.nextId(), owner.id(), params, Job.State.QUEUED);
            return job.id();
        }

        private Job job(long id, long owner, Map<String, String> params, Job.State state) {
            return new Job(
                    id, NationPaperJob.KIND, owner, "", state, 0, 0, params, "", "", Instant.EPOCH, Optional.empty());
        }

        void run(User user, boolean cancelled) {
            kind.run(new JobRun() {
                @Override
                public Job job() {
                    return job;
                }

                @Override
                public User user() {
                    return user;
                }

                @Override
                public void progress(Tx tx, long done, long total, String checkpoint) {
                    progress.add(done);
                }

                @Override
                public void result(Tx tx, String json) {
                    assertTrue(json.contains("/api/nation/2025/papers/" + job.id()), json);
                }

                @Override
                public boolean cancelled() {
                    return cancelled;
                }
            });
            job = job(job.id(), job.owner(), job.params(), cancelled ? Job.State.CANCELLED : Job.State.DONE);
        }

        @Override
        public Optional<Job> find(User user, long id) {
            return Optional.of(job).filter(j -> j.id() == id && j.owner() == user.id());
        }

        @Override
        public List<Job> list(User user, String code, int limit) {
            return List.of(job);
        }

        @Override
        public void cancel(User user, long id) {
            throw new UnsupportedOperationException();
        }
    }
}
