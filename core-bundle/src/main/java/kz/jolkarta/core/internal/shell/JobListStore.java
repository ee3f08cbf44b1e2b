package kz.jolkarta.core.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Database;

/** The jobs of all accounts, as the operator sees them. */
final class JobListStore {
    record Line(long id, String kind, String state, long done, long total, String login) {}

    private JobListStore() {}

    static List<Line> latest(Database database, int number) {
        return database.read(tx -> tx.list(
                "select j.id, j.kind, j.state, j.done, j.total, a.login from job j left join account a on a.id = j.owner_id"
                        + " order by j.id desc fetch first " + number + " rows only",
                Map.of(),
                row -> new Line(
                        row.number("id"),
                        row.text("kind"),
                        row.text("state"),
                        row.number("done"),
                        row.number("total"),
                        row.text("login"))));
    }

    static Optional<Long> owner(Database database, long job) {
        return database.read(tx ->
                tx.one("select owner_id from job where id = :id", Map.of("id", job), row -> row.number("owner_id")));
    }
}
