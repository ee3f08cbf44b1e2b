package kz.jolkarta.registry.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.awards.AwardInput;
import kz.jolkarta.registry.awards.Awards;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.budgets.BudgetInput;
import kz.jolkarta.registry.budgets.Budgets;
import kz.jolkarta.registry.deliverables.DeliverableInput;
import kz.jolkarta.registry.deliverables.Deliverables;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever money is entered, its source is one that the clause of № 997 allows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FundingSourcesTest {
    private static final Set<FundingSource> NONE = Set.of();
    private static final Set<FundingSource> LOCAL = Set.of(FundingSource.LOCAL_BUDGET);
    private static final Set<FundingSource> OFF = Set.of(FundingSource.OFF_BUDGET);
    private static final Set<FundingSource> BOTH = Set.of(FundingSource.LOCAL_BUDGET, FundingSource.OFF_BUDGET);
    /** As the resolution's road map has them in its last column. */
    private static final Map<Integer, Set<FundingSource>> LAWFUL = Map.ofEntries(
            Map.entry(1, NONE),
            Map.entry(2, LOCAL),
            Map.entry(3, NONE),
            Map.entry(4, LOCAL),
            Map.entry(5, NONE),
            Map.entry(6, NONE),
            Map.entry(7, NONE),
            Map.entry(8, BOTH),
            Map.entry(9, LOCAL),
            Map.entry(10, NONE),
            Map.entry(11, OFF),
            Map.entry(12, BOTH),
            Map.entry(13, LOCAL),
            Map.entry(14, BOTH),
            Map.entry(15, LOCAL),
            Map.entry(16, LOCAL),
            Map.entry(17, NONE),
            Map.entry(18, BOTH),
            Map.entry(19, NONE));

    private static final Texts TEXTS = TestTexts.ofClassPath();

    private final TestDatabase database = TestDatabase.derby();
    private final User user = RecordWorld.coordinator(RecordWorld.REGION);
    private final RecordWorld world;
    private final long child;

    FundingSourcesTest() {
        new RecordTables().in(database);
        world = new RecordWorld(database, new Nineteen());
        child = world.child(RecordWorld.VILLAGE);
    }

    @AfterAll
    void close() {
        database.close();
    }

    static IntStream clauses() {
        return IntStream.rangeClosed(1, 19);
    }

    @ParameterizedTest(name = "clause {0}")
    @MethodSource("clauses")
    void moneyOfTheClauseComesFromItsLawfulSourcesOnly(int clause) {
        String code = Resolution997.clause(clause).code();
        entries(code).forEach((entry, enter) -> {
            for (FundingSource source : FundingSource.values()) {
                String where = "clause " + clause + ", " + entry + ", " + source;
                if (LAWFUL.get(clause).contains(source)) {
                    enter.accept(source);
                } else {
                    Problem refused = assertThrows(Problem.class, () -> enter.accept(source), where);
                    assertEquals(Problem.Kind.INVALID, refused.kind(), where);
                    assertTold(clause, source, refused, where);
                }
            }
        });
    }

    /** The places where money comes in, each with what is entered there. */
    private Map<String, Consumer<FundingSource>> entries(String code) {
        Map<String, Consumer<FundingSource>> entries = new LinkedHashMap<>();
        Budgets budgets = new Budgets(world.ledger);
        entries.put(
                "budget",
                s -> budgets.set(
                        user, code, OptionalInt.empty(), new BudgetInput(RecordWorld.REGION, s, 2026, BigDecimal.TEN)));
        Awards awards = new Awards(world.ledger, new Quotas(world.ledger));
        entries.put("award", s -> awards.create(user, code, award(s)));
        entries.put("deliverable", s -> new Deliverables(world.ledger).create(user, code, deliverable(s)));
        long unpaid = approved(awards, code);
        entries.put("payment", s -> new Payments(world.ledger).pay(user, code, payment(unpaid, s)));
        entries.put(
                "payment run",
                s -> new PaymentRuns(world.ledger)
                        .preview(
                                user,
                                code,
                                new RunInput("monthly", "2026-03", RecordWorld.REGION, s),
                                DueStore.Which.ALL,
                                Stipends.ALL));
        return entries;
    }

    private AwardInput award(FundingSource source) {
        return read(
                "{\"type\":\"help\",\"childId\":" + child + ",\"amount\":100,\"source\":\"" + source + "\"}",
                AwardInput.class);
    }

    private static DeliverableInput deliverable(FundingSource source) {
        return read(
                "{\"type\":\"paper\",\"title\":\"x\",\"territory\":\"" + RecordWorld.REGION
                        + "\",\"year\":2026,\"amount\":100,\"source\":\"" + source + "\"}",
                DeliverableInput.class);
    }

    private long approved(Awards awards, String code) {
        long id = awards.create(user, code, read("{\"type\":\"help\",\"childId\":" + child + "}", AwardInput.class))
                .id();
        awards.move(user, code, id, OptionalInt.empty(), new StateChange("commission", ""));
        awards.move(user, code, id, OptionalInt.empty(), new StateChange("approved", ""));
        return id;
    }

    private static PaymentInput payment(long award, FundingSource source) {
        return new PaymentInput(award, null, null, BigDecimal.TEN, source, RecordWorld.TODAY, null);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static void assertTold(int clause, FundingSource source, Problem refused, String where) {
        Message told = refused.fields().get(0).message();
        if (LAWFUL.get(clause).isEmpty()) {
            assertText(told, Language.KK, "Жол картасының " + clause + "-тармағында қаржыландыру көзделмеген.", where);
            assertText(
                    told, Language.RU, "Пункт " + clause + " дорожной карты не предусматривает финансирования.", where);
            assertText(told, Language.EN, "Clause " + clause + " of the road map provides for no money.", where);
        } else {
            assertText(
                    told,
                    Language.KK,
                    "«" + name(source, Language.KK) + "» – " + clause + "-тармақ үшін заңды көз емес. Мүмкін көздер: "
                            + lawful(clause, Language.KK) + ".",
                    where);
            assertText(
                    told,
                    Language.RU,
                    "«" + name(source, Language.RU) + "» – не законный источник для пункта " + clause
                            + ". Возможные источники: " + lawful(clause, Language.RU) + ".",
                    where);
            assertText(
                    told,
                    Language.EN,
                    "“" + name(source, Language.EN) + "” is not a lawful source for clause " + clause
                            + ". Possible sources: " + lawful(clause, Language.EN) + ".",
                    where);
        }
    }

    private static void assertText(Message told, Language language, String expected, String where) {
        assertEquals(expected, TEXTS.text(language, told), where);
    }

    private static String lawful(int clause, Language language) {
        return LAWFUL.get(clause).stream()
                .sorted()
                .map(source -> name(source, language))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static String name(FundingSource source, Language language) {
        return switch (source) {
            case REPUBLICAN_BUDGET ->
                of(language, "республикалық бюджет", "республиканский бюджет", "republican budget");
            case LOCAL_BUDGET -> of(language, "жергілікті бюджет", "местный бюджет", "local budget");
            case OFF_BUDGET -> of(language, "бюджеттен тыс қаражат", "внебюджетные средства", "off-budget funds");
        };
    }

    private static String of(Language language, String kk, String ru, String en) {
        return switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }
}
