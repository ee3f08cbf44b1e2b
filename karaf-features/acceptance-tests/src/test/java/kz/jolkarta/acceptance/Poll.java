package kz.jolkarta.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for something with a deadline instead of for a fixed time. */
public final class Poll {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Poll() {}

    /**
     * What the question gives at last.
     *
     * @param what said in the failure when the time is over
     */
    public static <T> T until(String what, Duration atMost, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what);
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Waits until the node answers {@code GET /health} with 200. */
    static void healthy(String url, Supplier<Boolean> alive, Supplier<String> log) {
        Api api = new Api(url, "", "en");
        boolean up = until(url + "/health", Duration.ofMinutes(3), () -> {
            if (!alive.get()) {
                return Optional.of(false);
            }
            try {
                return api.get("/health").status() == 200 ? Optional.of(true) : Optional.empty();
            } catch (java.io.UncheckedIOException notYet) {
                return Optional.empty();
            }
        });
        if (!up) {
            throw new AssertionError("the node ended while starting:\n" + log.get());
        }
    }
}
