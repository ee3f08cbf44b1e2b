package kz.jolkarta.core.internal.http;

import java.util.Map;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the database answers. */
@Component
public final class DatabaseCheck implements HealthCheck {
    private final Database database;

    @Activate
    public DatabaseCheck(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        database.read(tx -> tx.number("select count(*) from account where id = 0", Map.of()));
        return Health.up();
    }
}
