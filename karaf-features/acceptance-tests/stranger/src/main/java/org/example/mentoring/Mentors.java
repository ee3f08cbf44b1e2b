package org.example.mentoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Migrations;
import kz.jolkarta.core.measure.OwnPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A table of the measure's own, and the page that shows it: which enterprises give mentors. */
@Component(service = {Mentors.class, OwnPage.class})
public final class Mentors implements OwnPage {
    private final Database database;
    private final Audit audit;

    @Activate
    public Mentors(@Reference Migrations migrations, @Reference Database database, @Reference Audit audit) {
        migrations.apply("mentoring", Mentors.class, "V001__mentors.sql");
        this.database = database;
        this.audit = audit;
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

    @Override
    public String measure() {
        return Mentoring.CODE;
    }

    @Override
    public String code() {
        return "mentors";
    }

    @Override
    public List<Part> content(Scope scope, int year) {
        String sql = "select m.company, m.places from mentoring_mentor m where " + scope.condition("m.territory")
                + " order by m.company, m.id fetch first 1000 rows only";
        List<List<Object>> rows = database.read(
                tx -> tx.list(sql, Map.of(), row -> List.<Object>of(row.text("company"), row.number("places"))));
        long places = rows.stream().mapToLong(row -> (Long) row.get(1)).sum();
        return List.of(
                new Value("mentoring.page.places", BigDecimal.valueOf(places), ""),
                new Rows("mentoring.page.all", List.of("mentoring.page.company", "mentoring.page.places"), rows),
                new Link("mentoring.page.meetings", "/api/measures/mentoring/activities"));
    }
}
