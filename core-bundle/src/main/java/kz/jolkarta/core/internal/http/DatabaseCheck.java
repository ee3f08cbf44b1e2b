package kz.jolkarta.core.internal.http;

import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the database answers. */
@Component
public final class DatabaseCheck implements HealthCheck {
    private final NodeStore store;

    @Activate
    public DatabaseCheck(@Reference Database database) {
        this.store = new NodeStore(database);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        store.ask();
        return Health.up();
    }
}
