package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets targets by a document and takes them back; the national office does, as it sets terms. What was there before stays in the history. */
@Component(service = TargetChanges.class)
public final class TargetChanges {
    private final Targets targets;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public TargetChanges(
            @Reference Targets targets,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.targets = targets;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reason why a target is taken back */
    record Removal(String reason) {
        Removal {
            reason = reason == null ? "" : reason.strip();
        }
    }

    /**
     * Sets the target, in place of the one before. The same by the same document once more changes nothing.
     *
     * @param version number of the last entry the caller saw, 0 for none
     * @throws Problem FORBIDDEN without the right over the whole country; INVALID at each field that cannot be; STALE when there is a later entry; NOT_FOUND
     *     as {@link Targets#open}, or when the figure is not counted here any more
     */
    Target set(
            User user,
            String year,
            String place,
            String measure,
            String indicator,
            OptionalInt version,
            TargetInput input) {
        targets.requireSet(user);
        Targets.Opened of = targets.open(user, year, place, measure, indicator);
        ArchiveForm.Line line = of.line().orElseThrow(Problem::notFound);
        BigDecimal value = input.read(line);
        requireSeen(of, version, input);
        boolean same = of.held()
                .filter(t -> t.value().orElseThrow().compareTo(value) == 0)
                .flatMap(Target::ground)
                .filter(input.ground()::equals)
                .isPresent();
        if (same) {
            return of.last().orElseThrow();
        }
        return put(user, of, line.unit(), Optional.of(value), Optional.of(input.ground()), "");
    }

    /**
     * Takes the target back: from then on the figure has none.
     *
     * @param version as for {@link #set}
     * @throws Problem as {@link #set}; CONFLICT when the figure has no target
     */
    Target takeBack(
            User user,
            String year,
            String place,
            String measure,
            String indicator,
            OptionalInt version,
            Removal removal) {
        targets.requireSet(user);
        Targets.Opened of = targets.open(user, year, place, measure, indicator);
        if (removal.reason().isEmpty()) {
            throw Problem.field("reason", "report.calendar.required");
        }
        if (removal.reason().length() > TermInput.LONGEST) {
            throw Problem.field("reason", "report.text.long", TermInput.LONGEST);
        }
        requireSeen(of, version, removal);
        Target held = of.held().orElseThrow(() -> Problem.conflict("report.target.none"));
        return put(user, of, held.unit(), Optional.empty(), Optional.empty(), removal.reason());
    }

    private static void requireSeen(Targets.Opened of, OptionalInt version, Object input) {
        if (version.isEmpty()) {
            throw Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match-missing");
        }
        if (version.getAsInt() != of.version()) {
            throw Versions.stale(input, of.last().<Object>map(TargetInput::of).orElse(Map.of()));
        }
    }

    private Target put(
            User user,
            Targets.Opened of,
            Unit unit,
            Optional<BigDecimal> value,
            Optional<Target.Ground> ground,
            String reason) {
        Target made = new Target(
                of.figure(),
                of.version() + 1,
                unit,
                value,
                ground,
                reason,
                new Submission.Act(user.login(), clock.now()));
        Audit.Action action = of.held().isEmpty()
                ? Audit.Action.CREATE
                : value.isPresent() ? Audit.Action.UPDATE : Audit.Action.DELETE;
        return ReportKey.unique(() -> database.call(tx -> {
            TargetStore.insert(tx, database.nextId(), made);
            audit.record(tx, user, of.figure().entry(action, detail(of.held(), made)));
            return made;
        }));
    }

    private static String detail(Optional<Target> before, Target made) {
        String was = before.map(TargetChanges::value).orElse("-");
        return was + " > " + value(made)
                + made.ground().map(g -> " № " + g.number()).orElse("");
    }

    private static String value(Target target) {
        return target.value().map(BigDecimal::toPlainString).orElse("-");
    }
}
