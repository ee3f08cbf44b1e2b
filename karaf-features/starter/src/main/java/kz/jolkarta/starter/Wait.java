package kz.jolkarta.starter;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Waits until a node answers. */
record Wait(URI url, Duration atMost) {
    static final int ANSWERS = 0;
    static final int TIME_OVER = 1;
    static final int PROCESS_ENDED = 2;
    private static final int PAUSE_MILLIS = 250;
    private static final int PAUSES_PER_DOT = 4;

    /** {@link #ANSWERS}, {@link #TIME_OVER} or {@link #PROCESS_ENDED}; a dot a second shows that it is going on. */
    int of(long process) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (int pauses = 1; System.nanoTime() - end < 0; pauses++) {
            if (answers()) {
                return ANSWERS;
            }
            if (!ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false)) {
                return PROCESS_ENDED;
            }
            if (pauses % PAUSES_PER_DOT == 0) {
                System.out.print('.');
                System.out.flush();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return TIME_OVER;
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
