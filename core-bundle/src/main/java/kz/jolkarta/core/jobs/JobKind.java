package kz.jolkarta.core.jobs;

/** A kind of job, offered as an OSGi service by the bundle that knows the work. */
public interface JobKind {
    /** Code of the kind, e.g. {@code import}. */
    String code();

    /** Whether a job found running after a crash starts again from its checkpoint; otherwise it ends INTERRUPTED. */
    default boolean resumes() {
        return false;
    }

    /** The page on which the job's result is seen or its file fetched; "" when the job's own page is all there is. */
    default String page(Job job) {
        return "";
    }

    /**
     * Does the work in short transactions, reporting progress in each; returns when done or when {@link JobRun#cancelled()}.
     * A {@link kz.jolkarta.core.Problem} ends the job FAILED with its message, any other exception with an incident number.
     */
    void run(JobRun run);
}
