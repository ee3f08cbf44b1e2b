package kz.jolkarta.registry.records;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Sixteen threads that do something at the same moment. */
public final class Crowd implements AutoCloseable {
    public static final int SIZE = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);

    /** Has each do the work, given its number; a failure of any is thrown. */
    public void all(IntConsumer work) {
        CyclicBarrier start = new CyclicBarrier(SIZE);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            int number = i;
            running.add(threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                work.accept(number);
                return null;
            }));
        }
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new AssertionError(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
