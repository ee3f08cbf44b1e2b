package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TimeZone;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.tasks.OfficeDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The 22 time cases: to which day a moment belongs, in a server set to UTC as in one set to the office's zone. */
@BothEngines(Node.Registry.class)
class TimeCasesTest {
    private static final TimeZone OWN = TimeZone.getDefault();

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.empty();
    }

    @AfterEach
    void zone() {
        TimeZone.setDefault(OWN);
        node.empty();
        node.change("delete from office_day where note = 'test'", Map.of());
    }

    /** The report for a year is due by a day, with a weekend rule and perhaps a moved day; the region hands it in at a moment, on time or not. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the day before,                         2026, --01-10, none,     , 2027-01-09T18:59:59Z,           on-time",
        "the day begins,                         2026, --01-10, none,     , 2027-01-09T19:00:00Z,           on-time",
        "23:59:59 in the office,                 2026, --01-10, none,     , 2027-01-10T18:59:59Z,           on-time",
        "23:59:59.999999999 in the office,       2026, --01-10, none,     , 2027-01-10T18:59:59.999999999Z, on-time",
        "00:00:00 in the office,                 2026, --01-10, none,     , 2027-01-10T19:00:00Z,           late",
        "00:00:00.000000001 in the office,       2026, --01-10, none,     , 2027-01-10T19:00:00.000000001Z, late",
        "still the tenth in a server set to UTC, 2026, --01-10, none,     , 2027-01-10T23:59:59.999999999Z, late",
        "Sunday moved to the end of Monday,      2026, --01-10, next,     , 2027-01-11T18:59:59.999999999Z, on-time",
        "Monday is over,                         2026, --01-10, next,     , 2027-01-11T19:00:00Z,           late",
        "Sunday moved back to Friday,            2026, --01-10, previous, , 2027-01-08T18:59:59.999999999Z, on-time",
        "Friday is over,                         2026, --01-10, previous, , 2027-01-08T19:00:00Z,           late",
        "a holiday counts as a day off,          2026, --01-07, next,     , 2027-01-08T18:59:59.999999999Z, on-time",
        "a working day is not moved,             2024, --01-10, next,     , 2025-01-10T19:00:00Z,           late",
        "a Sunday that is worked on neither,     2026, --01-10, next,     2027-01-10 works, 2027-01-10T19:00:00Z, late",
        "a moved day off is passed too,          2026, --01-10, next,     2027-01-11 off, 2027-01-12T18:59:59.999999999Z, on-time",
        "the office was at UTC+6 then,           2023, --01-10, none,     , 2024-01-10T17:59:59.999999999Z, on-time",
        "the same midnight at UTC+6,             2023, --01-10, none,     , 2024-01-10T18:00:00Z,           late",
        "29 February 2024 in its 25th hour,      2023, --02-29, none,     , 2024-02-29T18:59:59.999999999Z, on-time",
        "29 February 2024 is over,               2023, --02-29, none,     , 2024-02-29T19:00:00Z,           late",
        "a common year has 28 days in February,  2024, --02-29, none,     , 2025-02-28T18:59:59.999999999Z, on-time",
        "and none more,                          2024, --02-29, none,     , 2025-02-28T19:00:00Z,           late"
    })
    void aMomentBelongsToADayOfTheOffice(
            String name, int year, MonthDay due, String rule, String moved, Instant moment, String expected) {
        due(year, due, WeekendRule.valueOf(rule.toUpperCase(Locale.ROOT)));
        Optional.ofNullable(moved)
                .map(m -> m.split(" "))
                .ifPresent(m -> node.days.add(
                        User.system(), new OfficeDay(LocalDate.parse(m[0]), m[1].equals("works"), "test")));
        for (String server : List.of("UTC", "Asia/Almaty")) {
            TimeZone.setDefault(TimeZone.getTimeZone(server));
            node.change("delete from report_submission", Map.of());
            handIn(year, moment);
            assertEquals(expected, timeliness(year, moment), name + ", server set to " + server);
        }
    }

    @ParameterizedTest(name = "{0} went over to UTC+5 on 1 March 2024")
    @ValueSource(strings = {"Asia/Almaty", "Asia/Qostanay"})
    void thisJavaKnowsTheOneZone(String zone) {
        LocalDateTime noon = LocalDateTime.of(2024, 3, 1, 12, 0);
        assertEquals(ZoneOffset.ofHours(5), ZoneId.of(zone).getRules().getOffset(noon));
        assertEquals(ZoneOffset.ofHours(6), ZoneId.of(zone).getRules().getOffset(noon.minusDays(1)));
    }

    /** The year's own term, long before it is due. */
    private void due(int year, MonthDay day, WeekendRule rule) {
        node.clock.set(LocalDate.of(year, 3, 1));
        node.calendar.change(
                User.system(),
                "997",
                "year",
                "region",
                OptionalInt.of(0),
                new TermInput(day, null, rule, LocalDate.of(year, 1, 1), "Сынақ", "7", LocalDate.of(year, 2, 1)));
    }

    /** Through the database, as a region's submission goes. */
    private void handIn(int year, Instant moment) {
        Snapshot empty = new Snapshot("{}");
        Submission made = new Submission(
                year,
                Node.ATYRAU,
                1,
                "hash",
                "marat",
                moment,
                false,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(new Submission.Seal(
                        new Submission.Act("aigul", moment), Node.KEY.id(), Node.KEY.open(), "signature", "signature")),
                Optional.empty());
        node.database.run(tx -> SubmissionStore.insert(tx, node.database.nextId(), made, empty, empty));
    }

    private String timeliness(int year, Instant now) {
        Deadlines deadlines = node.calendar.of(year);
        Optional<Submission> last = node.database.read(tx -> SubmissionStore.of(tx, deadlines, Node.ATYRAU)).stream()
                .findFirst();
        return Json.name(Timeliness.of(last, deadlines.region(), now));
    }
}
