package kz.jolkarta.registry.records;

import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistrySchema;

/** The registry's tables, without the whole classifier of territories. */
public final class RecordTables implements BothEngines.Tables {
    @Override
    public void in(TestDatabase database) {
        database.migrations()
                .apply(
                        "registry",
                        RegistrySchema.class,
                        "V001__places.sql",
                        "V002__children.sql",
                        "V003__imports.sql",
                        "V004__records.sql",
                        "V005__organisations.sql",
                        "V006__activities.sql",
                        "V007__awards.sql",
                        "V008__payments.sql",
                        "V009__roadmaps.sql",
                        "V010__roadmap-life.sql",
                        "V011__duplicates.sql",
                        "V012__residences.sql",
                        "V013__consents.sql",
                        "V014__coordinators.sql",
                        "V015__saved-views.sql",
                        "V016__names-down.sql",
                        "V017__reminders.sql",
                        "V018__payments-by-day.sql",
                        "V019__orders-and-phones.sql");
        RecordWorld.territories(database);
    }
}
