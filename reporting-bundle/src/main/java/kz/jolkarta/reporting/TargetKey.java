package kz.jolkarta.reporting;

import kz.jolkarta.core.access.Audit;

/** Which figure has a target. @param region KATO code; "" for the whole country @param indicator its code */
record TargetKey(int year, String region, String measure, String indicator) {
    /** What stands in addresses in the place of a region's code. */
    static final String COUNTRY = "country";

    private static final String KIND = "report-target";

    static String place(String region) {
        return region.isEmpty() ? COUNTRY : region;
    }

    /** The measure's code, a slash and the figure's. */
    String figure() {
        return measure + "/" + indicator;
    }

    String href() {
        return TargetPages.TARGETS + "/" + year + "/" + place(region) + "/" + figure();
    }

    /** What the audit trail says of it. */
    Audit.Entry entry(Audit.Action action, String detail) {
        return new Audit.Entry(action, KIND, 0, region, year + " " + figure() + " " + detail);
    }
}
