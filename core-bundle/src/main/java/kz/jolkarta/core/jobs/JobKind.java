package kz.jolkarta.core.jobs;

/** A kind of job, offered as an OSGi service by the bundle that knows the work. */
public interface JobKind {
    /** Code of the kind, e.g. {@code import}. */
    String code();

    /** Whether a job found running after a crash starts again from its checkpoint; otherwise it ends INTERRUPTED. */
    default boolean resumes() {
        return false;
    }

    /**
     * Does the work in short transactions, reporting progress in each; returns when done or when {@link JobRun#cancelled()}.
     * A {@link kz.jolkarta.core.Problem} ends the job FAILED with its message, any other exception with an incident number.
     */
    void run(JobRun run);
}
