package kz.jolkarta.registry.destruction;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.registry.records.Checks;

/**
 * An act as it is proposed.
 *
 * @param ground TERM when it is not given
 * @param territory KATO code of the unit whose children they are
 * @param children ids, 1 to 500
 */
public record ActInput(
        String actNumber, LocalDate actDate, Ground ground, String reason, String territory, List<Long> children) {
    static final int MOST = 500;

    ActInput checked(LocalDate today) {
        Checks checks = new Checks();
        checks.required("actNumber", actNumber);
        checks.text("actNumber", actNumber, 60);
        checks.required("actDate", actDate);
        checks.that(actDate == null || !actDate.isAfter(today), "actDate", "destruction.future");
        checks.required("reason", reason);
        checks.text("reason", reason, 500);
        checks.required("territory", territory);
        List<Long> ids = children == null
                ? List.of()
                : children.stream().filter(id -> id != null).distinct().sorted().toList();
        checks.range("children", ids.size(), 1, MOST);
        checks.done();
        return new ActInput(
                actNumber.strip(), actDate, ground == null ? Ground.TERM : ground, reason.strip(), territory, ids);
    }
}
