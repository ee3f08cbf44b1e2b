package kz.jolkarta.registry.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Query;

/**
 * Which imports a list holds, by the time they were begun; an empty member means all.
 *
 * @param who the beginning of the login of who brought the list in
 * @param file a part of the file's name
 * @param from first day
 * @param to last day
 * @param oldest whether the oldest come first
 */
record ImportFilter(
        Optional<Batch.State> state,
        Optional<String> who,
        Optional<String> file,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        boolean oldest) {
    static final ImportFilter ALL = new ImportFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** @param sort {@code -when}, the newest first, or {@code when}; what was not asked for is null or blank */
    static ImportFilter of(String state, String who, String name, String from, String to, String sort) {
        return new ImportFilter(
                Choice.of(Batch.State.class, "state", state),
                Params.text("who", who),
                Params.text("name", name),
                Params.date("from", from),
                Params.date("to", to),
                !Params.down("when", sort == null || sort.isBlank() ? "-when" : sort));
    }

    /** The user's own and those said to be of the scope. */
    Query query(long owner, Scope scope, ZoneId zone) {
        return new Query()
                .and("(owner = :owner or " + scope.condition("territory") + ")")
                .with("owner", owner)
                .and("state = :state", "state", state)
                .and(
                        "owner in (select a.id from account a where a.login like :who escape '!')",
                        "who",
                        who.map(w -> Query.beginning(w.toLowerCase(java.util.Locale.ROOT))))
                .and(
                        "lower(file_name) like :file escape '!'",
                        "file",
                        file.map(f -> Query.part(f.toLowerCase(java.util.Locale.ROOT))))
                .and(
                        "created_at >= :from",
                        "from",
                        from.map(d -> d.atStartOfDay(zone).toInstant()))
                .and(
                        "created_at < :to",
                        "to",
                        to.map(d -> d.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
