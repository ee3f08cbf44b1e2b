package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Reminders;
import kz.jolkarta.core.registry.Reminders.Reminder;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.reporting.ReminderStore.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reminds regions of the report that is due, 30, 10, 3 and 1 days before. A region has one open task at a time: each step takes the place of the one before,
 * and none is open while a report stands.
 */
@Component(service = ReportReminders.class)
public final class ReportReminders {
    private static final int[] DAYS = {1, 3, 10, 30};

    private final ReportCalendar calendar;
    private final Reminders tasks;
    private final Territories territories;
    private final Database database;
    private final OfficeClock clock;

    @Activate
    public ReportReminders(
            @Reference ReportCalendar calendar,
            @Reference Reminders tasks,
            @Reference Territories territories,
            @Reference Database database,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.calendar = calendar;
        this.tasks = tasks;
        this.territories = territories;
        this.database = database;
        this.clock = clock;
    }

    /** Brings the tasks of all regions to where they should be today. Running it again changes nothing. */
    void look() {
        Deadlines deadlines = calendar.current();
        List<String> regions =
                territories.regions(clock.today()).stream().map(Territory::code).toList();
        database.run(tx -> settle(tx, deadlines, regions));
    }

    /** The same for some regions, in the transaction of what has just changed. */
    void settle(Tx tx, Deadlines deadlines, Collection<String> regions) {
        Map<String, Submission> last =
                SubmissionStore.last(tx, deadlines).stream().collect(Collectors.toMap(Submission::region, s -> s));
        Map<String, List<Step>> known =
                ReminderStore.of(tx, deadlines.year()).stream().collect(Collectors.groupingBy(Step::region));
        OptionalInt days = step(deadlines);
        List<Step> made = new ArrayList<>();
        List<Reminder> open = new ArrayList<>();
        List<Long> closed = new ArrayList<>();
        for (String region : regions) {
            List<Step> own = known.getOrDefault(region, List.of());
            boolean waiting = Optional.ofNullable(last.get(region))
                    .map(Submission::returned)
                    .orElse(true);
            Optional<Step> now = waiting && days.isPresent()
                    ? Optional.of(own.stream()
                            .filter(s -> s.days() == days.getAsInt())
                            .findFirst()
                            .orElseGet(() -> {
                                Step step = new Step(database.nextId(), region, days.getAsInt());
                                made.add(step);
                                return step;
                            }))
                    : Optional.empty();
            now.ifPresent(s -> open.add(reminder(s, deadlines)));
            own.stream().filter(s -> !now.equals(Optional.of(s))).forEach(s -> closed.add(s.id()));
        }
        if (!made.isEmpty()) {
            ReminderStore.insert(tx, deadlines.year(), made);
        }
        tasks.open(tx, open);
        tasks.close(tx, closed);
    }

    private static Reminder reminder(Step step, Deadlines deadlines) {
        return new Reminder(
                step.id(),
                step.region(),
                deadlines.regions(),
                String.valueOf(deadlines.year()),
                ReportPages.href(deadlines.year(), step.region()));
    }

    /** The nearest step that is reached; none while the day is far. */
    private OptionalInt step(Deadlines deadlines) {
        long left = Deadlines.days(clock.today(), deadlines.regions());
        return IntStream.of(DAYS).filter(d -> left <= d).findFirst();
    }
}
