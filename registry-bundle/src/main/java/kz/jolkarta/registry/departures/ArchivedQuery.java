package kz.jolkarta.registry.departures;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.registry.records.Params;

/** The filter of the archive as it is sent. */
public final class ArchivedQuery {
    @QueryParam("q")
    String name;

    @QueryParam("territory")
    String territory;

    @QueryParam("school")
    String school;

    @QueryParam("from")
    String from;

    @QueryParam("until")
    String until;

    @QueryParam("sort")
    String sort;

    ArchivedFilter filter() {
        return new ArchivedFilter(
                Params.text("q", name),
                Params.territory(territory),
                Params.number("school", school),
                Params.date("from", from),
                Params.date("until", until),
                Optional.ofNullable(sort)
                        .filter(by -> !by.isBlank())
                        .map(ArchivedQuery::byDay)
                        .orElse(false));
    }

    private static boolean byDay(String sort) {
        return switch (sort) {
            case "name" -> false;
            case "left-on" -> true;
            default -> throw Problem.field("sort", "record.choice", "name, left-on");
        };
    }
}
