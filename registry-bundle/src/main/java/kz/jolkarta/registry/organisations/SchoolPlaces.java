package kz.jolkarta.registry.organisations;

import java.util.Optional;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.registry.Schools;
import kz.jolkarta.registry.RegistrySchema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the kernel where a school is. */
@Component(service = Schools.class)
public final class SchoolPlaces implements Schools {
    private final Database database;

    @Activate
    public SchoolPlaces(@Reference Database database, @Reference RegistrySchema schema) {
        this(database);
    }

    SchoolPlaces(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> place(long id) {
        return database.read(tx -> OrganisationStore.school(tx, id));
    }
}
