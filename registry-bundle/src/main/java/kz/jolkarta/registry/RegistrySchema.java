package kz.jolkarta.registry;

import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Migrations;
import kz.jolkarta.registry.places.TerritoryFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The registry's tables with the territorial units in them. Whoever touches a table depends on this, so that it is there. */
@Component(service = RegistrySchema.class)
public final class RegistrySchema {
    private static final String[] SCRIPTS = {
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
        "V019__orders-and-phones.sql"
    };

    @Activate
    public RegistrySchema(@Reference Migrations migrations, @Reference Database database) {
        migrations.apply("registry", RegistrySchema.class, SCRIPTS);
        TerritoryFile.load(database);
    }
}
