package kz.jolkarta.core.roadmap;

/** Where money lawfully comes from, as the resolution's road map names it. */
public enum FundingSource {
    REPUBLICAN_BUDGET,
    LOCAL_BUDGET,
    OFF_BUDGET
}
