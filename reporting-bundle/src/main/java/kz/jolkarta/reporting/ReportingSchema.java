package kz.jolkarta.reporting;

import kz.jolkarta.core.db.Migrations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of reporting. Whoever touches one depends on this, so that it is there. */
@Component(service = ReportingSchema.class)
public final class ReportingSchema {
    private static final String[] SCRIPTS = {
        "V001__submissions.sql",
        "V002__calendar.sql",
        "V003__signed.sql",
        "V004__nation_reports.sql",
        "V005__archive.sql",
        "V006__attachments.sql",
        "V007__nation_preparation.sql",
        "V008__targets.sql"
    };

    @Activate
    public ReportingSchema(@Reference Migrations migrations) {
        migrations.apply("reporting", ReportingSchema.class, SCRIPTS);
    }
}
