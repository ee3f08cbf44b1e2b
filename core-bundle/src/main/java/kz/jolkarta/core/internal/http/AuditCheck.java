package kz.jolkarta.core.internal.http;

import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the audit trail can be written: without it no change and no opening of a child succeeds. */
@Component
public final class AuditCheck implements HealthCheck {
    private final Database database;
    private final Audit audit;

    @Activate
    public AuditCheck(@Reference Database database, @Reference Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Takes the trial entry back. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("taken back", null, false, false);
        }
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Health check() {
        try {
            database.run(tx -> {
                audit.record(tx, User.system(), new Audit.Entry(Audit.Action.READ, "health", 0, "", ""));
                throw new TakenBack();
            });
        } catch (TakenBack written) {
            return Health.up();
        }
        throw new IllegalStateException("the trial entry was not taken back");
    }
}
