package kz.jolkarta.reporting;

import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.ConstraintViolation;

/** Whose report of which year. @param region "" for the country's */
record ReportKey(int year, String region) {
    /** @throws Problem NOT_FOUND for no region or year that the user sees */
    static ReportKey of(Reports reports, User user, String year, String region) {
        if (!region.matches("\\d{2}|\\d{2}0{7}")) {
            throw Problem.notFound();
        }
        var period = reports.period(year);
        return new ReportKey(period.year(), reports.area(user, region, period).code());
    }

    /** The country's own report. @throws Problem INVALID for a year that has none; NOT_FOUND to who does not see the country's figures */
    static ReportKey nation(Reports reports, User user, String year) {
        if (!user.require(Right.REPORTS_READ).isCountry()) {
            throw Problem.notFound();
        }
        return new ReportKey(reports.period(year).year(), "");
    }

    /** Whether the user is of the national level, which sees the country's figures and keeps its programme. */
    static boolean national(User user) {
        return user.scope(Right.REPORTS_READ).isCountry() && user.has(Right.PROGRAMME_WRITE);
    }

    static void requireNational(User user) {
        if (!national(user)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
    }

    /** What the audit trail says of it. */
    Audit.Entry entry(Audit.Action action, String detail) {
        return new Audit.Entry(action, "report", 0, region, year + " " + detail);
    }

    /** Somebody else who wrote the same row first is a conflict that the user can mend by looking again. */
    static <T> T unique(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConstraintViolation violation) {
            throw Problem.conflict("report.submit.meanwhile");
        }
    }
}
