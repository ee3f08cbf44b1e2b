package kz.jolkarta.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.access.Users;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.Job.State;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.Eventually;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class JobBoardTest {
    private static final User AIGUL = new User(1, "aigul", Map.of(), Language.KK);
    private static final User BOLAT = new User(2, "bolat", Map.of(), Language.RU);
    private static final User GONE = new User(3, "gone", Map.of(), Language.RU);
    private static final Users USERS =
            id -> List.of(AIGUL, BOLAT).stream().filter(user -> user.id() == id).findFirst();

    private final TestDatabase database;
    private final FixedClock clock = FixedClock.at("2026-03-02");
    private final List<JobBoard> boards = new ArrayList<>();

    JobBoardTest(TestDatabase database) {
        this.database = database;
    }

    private record Kind(String code, boolean resumes, Consumer<JobRun> work) implements JobKind {
        @Override
        public void run(JobRun run) {
            work.accept(run);
        }
    }

    @BeforeEach
    void empty() {
        database.clear("job");
    }

    @AfterEach
    void close() {
        boards.forEach(JobBoard::close);
    }

    private JobBoard node(String name) {
        JobBoard board = new JobBoard(new JobStore(database), USERS, clock, name);
        boards.add(board);
        return board;
    }

    private long submit(JobBoard board, User owner, String kind) {
        return database.<Long>call(tx -> board.submit(tx, owner, kind, "", Map.of("file", "Тізім.xlsx")));
    }

    private static Job job(JobBoard board, long id) {
        return board.find(AIGUL, id).orElseThrow();
    }

    private static void awaitState(JobBoard board, long id, State state) {
        Eventually.until("job " + state, () -> job(board, id).state() == state);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on until it is told to stop. */
    private static void untilCancelled(JobRun run) {
        Eventually.until("told to stop", run::cancelled);
    }

    @Test
    void aJobTellsItsProgressAndItsResult() {
        JobBoard board = node("a");
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        board.add(new Kind("list", false, run -> {
            assertEquals("aigul", run.user().login());
            assertEquals("Тізім.xlsx", run.job().params().get("file"));
            database.run(tx -> run.progress(tx, 5, 10, "row 5"));
            half.countDown();
            await(goOn);
            database.run(tx -> {
                run.progress(tx, 10, 10, "row 10");
                run.result(tx, "{\"rows\":10}");
            });
        }));
        long id = submit(board, AIGUL, "list");
        await(half);
        Job running = job(board, id);
        assertEquals(State.RUNNING, running.state());
        assertEquals(5, running.done());
        assertEquals(10, running.total());
        assertEquals("row 5", running.checkpoint());
        assertEquals(Optional.empty(), running.finished());
        goOn.countDown();
        awaitState(board, id, State.DONE);
        assertEquals("{\"rows\":10}", job(board, id).result());
        assertEquals(Optional.of(clock.now()), job(board, id).finished());
    }

    @Test
    void whatIsWrittenWithTheProgressIsUndoneWithIt() {
        JobBoard board = node("a");
        board.add(new Kind("list", false, run -> {
            database.run(tx -> run.progress(tx, 1, 2, "one"));
            database.run(tx -> {
                run.progress(tx, 2, 2, "two");
                throw Problem.invalid("problem.request");
            });
        }));
        long id = submit(board, AIGUL, "list");
        awaitState(board, id, State.FAILED);
        assertEquals("one", job(board, id).checkpoint());
    }

    @Test
    void jobsOfAKindRunOneAfterAnotherInTheirOrder() {
        JobBoard board = node("a");
        List<Long> ran = new CopyOnWriteArrayList<>();
        List<Long> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.add(submit(board, AIGUL, "list"));
        }
        board.add(new Kind("list", false, run -> ran.add(run.job().id())));
        awaitState(board, submitted.get(4), State.DONE);
        assertEquals(submitted, ran);
        assertEquals(submitted.get(4), board.list(AIGUL, "list", 10).get(0).id(), "the newest comes first");
        assertEquals(2, board.list(AIGUL, "", 2).size());
        assertEquals(List.of(), board.list(AIGUL, "other", 10));
    }

    @Test
    void ownJobsAreListedByKindAndStateFromEitherEndPageByPage() {
        JobBoard board = node("a");
        long first = submit(board, AIGUL, "list");
        long second = submit(board, AIGUL, "print");
        long third = submit(board, AIGUL, "list");
        board.add(new Kind("print", false, run -> {}));
        awaitState(board, second, State.DONE);
        assertEquals(List.of(third, second, first), listed("", "", ""));
        assertEquals(List.of(first, second, third), listed("", "", "begun"));
        assertEquals(List.of(third, first), listed("list", "", "-begun"));
        assertEquals(List.of(second), listed("", "done", ""));
        assertEquals(List.of(), listed("list", "done", ""));
        assertEquals(List.of("list", "print"), new JobStore(database).kinds(AIGUL.id()));
        assertThrows(Problem.class, () -> listed("", "finished", ""));
        assertThrows(Problem.class, () -> listed("", "", "kind"));
    }

    /** All pages of one job each. */
    private List<Long> listed(String kind, String state, String sort) {
        List<Long> ids = new ArrayList<>();
        JobFilter filter = JobFilter.of(kind, state, sort);
        Page.each(after -> filter.page(new JobStore(database), AIGUL.id(), after, 1), job -> ids.add(job.id()));
        return ids;
    }

    @Test
    void severalNodesShareTheQueueAndNeverRunTwoOfAKindAtOnce() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Long> ran = new CopyOnWriteArrayList<>();
        Consumer<JobRun> work = run -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            database.run(tx -> run.progress(tx, 1, 1, ""));
            ran.add(run.job().id());
            atOnce.decrementAndGet();
        };
        List<JobBoard> nodes = List.of(node("a"), node("b"), node("c"));
        List<Long> submitted = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            submitted.add(submit(nodes.get(i % 3), AIGUL, "list"));
        }
        nodes.forEach(node -> node.add(new Kind("list", false, work)));
        submitted.forEach(id -> awaitState(nodes.get(0), id, State.DONE));
        assertEquals(submitted, ran.stream().sorted().toList());
        assertEquals(1, most.get());
    }

    @Test
    void aRunningJobStopsWhenItsOwnerAsks() {
        JobBoard board = node("a");
        CountDownLatch begun = new CountDownLatch(1);
        board.add(new Kind("list", true, run -> {
            begun.countDown();
            untilCancelled(run);
        }));
        long id = submit(board, AIGUL, "list");
        await(begun);
        assertThrows(Problem.class, () -> board.cancel(BOLAT, id));
        board.cancel(AIGUL, id);
        awaitState(board, id, State.CANCELLED);
    }

    @Test
    void aJobHearsOfItsCancellationFromAnotherNodeWithItsNextProgress() {
        JobBoard board = node("a");
        JobBoard other = node("b");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        board.add(new Kind("list", false, run -> {
            begun.countDown();
            await(asked);
            database.run(tx -> run.progress(tx, 1, 2, ""));
            assertTrue(run.cancelled());
        }));
        long id = submit(board, AIGUL, "list");
        await(begun);
        other.cancel(AIGUL, id);
        asked.countDown();
        awaitState(board, id, State.CANCELLED);
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndAnEndedOneStaysAsItIs() {
        JobBoard board = node("a");
        long id = submit(board, AIGUL, "list");
        board.cancel(AIGUL, id);
        assertEquals(State.CANCELLED, job(board, id).state());
        long second = submit(board, AIGUL, "list");
        board.add(new Kind("list", false, run -> {}));
        awaitState(board, second, State.DONE);
        board.cancel(AIGUL, second);
        assertEquals(State.DONE, job(board, second).state());
        assertEquals(State.CANCELLED, job(board, id).state());
    }

    @Test
    void aFailureKeepsItsMessageForEveryLanguage() {
        JobBoard board = node("a");
        Message inner = Message.of("child.unknown", 17L);
        board.add(new Kind("problem", false, run -> {
            throw Problem.invalid("sheet.too-many-rows", "Тізім.xlsx", 1000, inner);
        }));
        board.add(new Kind("bug", false, run -> {
            throw new IllegalStateException("Secret name");
        }));
        long problem = submit(board, AIGUL, "problem");
        long bug = submit(board, AIGUL, "bug");
        awaitState(board, problem, State.FAILED);
        awaitState(board, bug, State.FAILED);
        assertEquals(
                Optional.of(Message.of("sheet.too-many-rows", "Тізім.xlsx", 1000L, inner)),
                board.failure(job(board, problem)));
        Message incident = board.failure(job(board, bug)).orElseThrow();
        assertEquals("job.failed", incident.key());
        assertFalse(job(board, bug).result().contains("Secret"));
    }

    @Test
    void aJobOfAnAccountThatIsGoneDoesNotRun() {
        JobBoard board = node("a");
        AtomicInteger ran = new AtomicInteger();
        board.add(new Kind("list", false, run -> ran.incrementAndGet()));
        long id = submit(board, GONE, "list");
        Eventually.until("refused", () -> board.find(GONE, id).orElseThrow().state() == State.FAILED);
        assertEquals(0, ran.get());
    }

    @Test
    void aDatabaseThatIsAwayForAMomentDoesNotEndAJobThatResumes() {
        JobBoard board = node("a");
        List<String> from = new CopyOnWriteArrayList<>();
        board.add(new Kind("list", true, run -> {
            from.add(run.job().checkpoint());
            if (from.size() == 1) {
                database.run(tx -> run.progress(tx, 1, 2, "row 1"));
                throw Problem.of(Problem.Kind.UNAVAILABLE, "problem.database-unavailable");
            }
        }));
        long id = submit(board, AIGUL, "list");
        awaitState(board, id, State.DONE);
        assertEquals(List.of("", "row 1"), from);
    }

    @Test
    void aKindThatLeavesBreaksItsJobOffAndGoesOnWhenItReturns() {
        JobBoard board = node("a");
        List<String> from = new CopyOnWriteArrayList<>();
        Kind first = new Kind("list", true, run -> {
            database.run(tx -> run.progress(tx, 3, 9, "row 3"));
            from.add(run.job().checkpoint());
            untilCancelled(run);
        });
        board.add(first);
        long id = submit(board, AIGUL, "list");
        Eventually.until("begun", () -> from.size() == 1);
        board.remove(first);
        assertEquals(State.QUEUED, job(board, id).state());
        board.add(new Kind("list", true, run -> from.add(run.job().checkpoint())));
        awaitState(board, id, State.DONE);
        assertEquals(List.of("", "row 3"), from);
    }

    @Test
    void aJobThatCannotResumeIsInterruptedWhenItsKindLeaves() {
        JobBoard board = node("a");
        CountDownLatch begun = new CountDownLatch(1);
        Kind kind = new Kind("list", false, run -> {
            begun.countDown();
            untilCancelled(run);
        });
        board.add(kind);
        long id = submit(board, AIGUL, "list");
        await(begun);
        board.remove(kind);
        assertEquals(State.INTERRUPTED, job(board, id).state());
    }

    @Test
    void afterACrashTheNodeFindsItsOwnJobsAgain() {
        JobStore store = new JobStore(database);
        JobBoard board = node("a");
        long resumes = submit(board, AIGUL, "resumes");
        long not = submit(board, AIGUL, "not");
        long cancelled = submit(board, AIGUL, "cancelled");
        for (String kind : List.of("resumes", "not", "cancelled")) {
            store.claim(kind, "a#7", clock.now()).orElseThrow();
        }
        board.cancel(AIGUL, cancelled);
        for (String kind : List.of("resumes", "not", "cancelled")) {
            board.add(new Kind(kind, kind.equals("resumes"), run -> {}));
        }
        awaitState(board, resumes, State.DONE);
        awaitState(board, not, State.INTERRUPTED);
        awaitState(board, cancelled, State.CANCELLED);
    }

    @Test
    void aNodeThatFellSilentLosesItsJobAndCanWriteNoMore() {
        JobStore store = new JobStore(database);
        JobBoard board = node("b");
        long id = submit(board, AIGUL, "list");
        Job taken = store.claim("list", "a#1", clock.now()).orElseThrow();
        RunningJob silent = new RunningJob(store, clock, "a#1", taken, AIGUL);
        assertEquals(Optional.empty(), store.claim("list", "b#1", clock.now()), "it is a's");
        clock.advance(Duration.ofMinutes(3));
        CountDownLatch takenOver = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        board.add(new Kind("list", true, run -> {
            takenOver.countDown();
            await(goOn);
        }));
        await(takenOver);
        assertThrows(RunningJob.LostJob.class, () -> database.run(tx -> silent.progress(tx, 1, 1, "")));
        assertThrows(RunningJob.LostJob.class, () -> database.run(tx -> silent.result(tx, "{}")));
        goOn.countDown();
        awaitState(board, id, State.DONE);
        assertEquals("", job(board, id).result());
    }
}
