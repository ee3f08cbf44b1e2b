package kz.jolkarta.reporting;

/** Who informs whom: a region the ministry, or the ministry the government. */
enum Reporter {
    REGION,
    NATION
}
