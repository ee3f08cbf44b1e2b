package kz.jolkarta.core.access;

/** What an account may do; every entry point names the one it needs. */
public enum Right {
    /** See children and what is recorded of them, without diagnostics. */
    CHILDREN_READ,
    CHILDREN_WRITE,
    /** Import lists, settle doubtful rows, undo a batch. */
    CHILDREN_IMPORT,
    CHILDREN_EXPORT,
    DIAGNOSTICS_READ,
    DIAGNOSTICS_WRITE,
    /** Schools, centres, cabinets … and their staff. */
    ORGANISATIONS_READ,
    ORGANISATIONS_WRITE,
    /** Add or close territorial units. */
    TERRITORIES_WRITE,
    /** Activities, awards, deliverables of the measures. */
    RECORDS_READ,
    RECORDS_WRITE,
    /** Approve, issue and pay awards. */
    AWARDS_APPROVE,
    QUOTAS_WRITE,
    /** Figures, without the persons behind them. */
    REPORTS_READ,
    /** What holds for the whole country: forms, the monthly calculation index. */
    PROGRAMME_WRITE,
    /** Install and remove measures. */
    MEASURES_MANAGE,
    ACCOUNTS_MANAGE,
    AUDIT_READ,
    METRICS_READ;

    /** Whether it reaches children by themselves, so that it can be held over the pupils of one school. */
    public boolean ofChildren() {
        return this == CHILDREN_READ || this == DIAGNOSTICS_READ || this == DIAGNOSTICS_WRITE;
    }
}
