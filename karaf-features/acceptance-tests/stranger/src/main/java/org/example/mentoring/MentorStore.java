package org.example.mentoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Migrations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A table of the measure's own. */
@Component(service = MentorStore.class)
public final class MentorStore {
    /** A company that gives mentors. */
    record Mentor(long id, String territory, String company, BigDecimal places) {}

    private final Database database;
    private final Audit audit;

    @Activate
    public MentorStore(@Reference Migrations migrations, @Reference Database database, @Reference Audit audit) {
        migrations.apply("mentoring", MentorStore.class, "V001__mentors.sql");
        this.database = database;
        this.audit = audit;
    }

    List<Mentor> list(Scope scope) {
        return database.read(tx -> tx.list(
                "select m.id, m.territory, m.company, m.places from mentoring_mentor m where "
                        + scope.condition("m.territory") + " order by m.company, m.id fetch first 1000 rows only",
                Map.of(),
                row -> new Mentor(
                        row.number("id"),
                        row.text("territory"),
                        row.text("company"),
                        BigDecimal.valueOf(row.number("places")))));
    }

    long add(User user, String territory, String company, int places) {
        long id = database.nextId();
        database.run(tx -> {
            tx.update(
                    "insert into mentoring_mentor (id, territory, company, places) values (:id, :territory, :company, :places)",
                    Map.of("id", id, "territory", territory, "company", company, "places", places));
            audit.record(tx, user, new Audit.Entry(Audit.Action.CREATE, "mentor", id, territory, ""));
        });
        return id;
    }
}
