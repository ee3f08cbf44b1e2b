package kz.jolkarta.registry.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The list of children that the demonstration begins with, brought in by the registry's own import. */
@FunctionalInterface
interface ChildList {
    String FILE = "children-atyrau-kk.xlsx";

    /**
     * Brings the list in and waits until that is done.
     *
     * @return id of the import
     * @throws InterruptedException when the node stops
     */
    long load() throws InterruptedException;

    /** Asks again and again until the answer is not negative. */
    static long until(Duration patience, LongSupplier answer) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long found = answer.getAsLong();
        while (found < 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            found = answer.getAsLong();
        }
        return found;
    }
}
