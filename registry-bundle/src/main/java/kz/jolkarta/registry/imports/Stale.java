package kz.jolkarta.registry.imports;

/** A child changed between being read and being written: what was decided of it has to be decided anew. */
final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TRIES = 8;

    Stale() {
        super("changed meanwhile", null, false, false);
    }

    interface Step<T> {
        T run();
    }

    static <T> T again(Step<T> step) {
        for (int i = 1; ; i++) {
            try {
                return step.run();
            } catch (Stale stale) {
                if (i == TRIES) {
                    throw new IllegalStateException("changed by others " + TRIES + " times in a row", stale);
                }
            }
        }
    }
}
