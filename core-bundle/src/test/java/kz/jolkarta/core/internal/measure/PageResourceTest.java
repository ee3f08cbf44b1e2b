package kz.jolkarta.core.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.OwnPage;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class PageResourceTest {
    private static final String CODE = "technoparks";

    private final Pages pages = new Pages();
    private final PageResource resource =
            new PageResource(new OneMeasure(), pages, TestTexts.ofClassPath(), FixedClock.at(LocalDate.of(2026, 5, 1)));

    private static Caller caller(Right right) {
        return new Caller(new User(1, "a", Map.of(right, Scope.of("230000000")), Language.EN), Language.EN);
    }

    /** Shows where its reader may look, and in which year. */
    private record Mirror(String measure, String code) implements OwnPage {
        @Override
        public List<Part> content(Scope scope, int year) {
            return List.of(
                    new Value("page.year", BigDecimal.valueOf(year), ""),
                    new Rows(
                            "page.year",
                            List.of("page.year", "page.year", "page.year"),
                            List.of(List.of(
                                    scope.prefixes().toString(),
                                    new Text("бір", "один", "one"),
                                    Message.of("page.year", 1, 2)))),
                    new Series("page.year", List.of(new Point("a", BigDecimal.ONE))),
                    new Link("page.year", "/api/measures"),
                    new Note(Message.of("page.year", 3, 4)));
        }
    }

    @Test
    void aPageIsShownInTheReadersLanguageForTheReadersTerritory() {
        pages.bind(new Mirror(CODE, "mirror"));
        JsonNode page = Json.mapper().valueToTree(resource.page(caller(Right.REPORTS_READ), CODE, "mirror", null));
        assertEquals(2026, page.get("year").asInt());
        JsonNode parts = page.get("parts");
        assertEquals(
                "[\"value\",\"rows\",\"series\",\"link\",\"note\"]",
                parts.findValues("kind").toString().replace(" ", ""));
        assertEquals(
                "[[\"[23]\",\"one\",\"The year has to be from 1 to 2.\"]]",
                parts.get(1).get("rows").toString());
        assertEquals("The year has to be from 3 to 4.", parts.get(4).get("text").asText());
    }

    @Test
    void whoMayNotOpenItIsRefusedAndDoesNotSeeItListed() {
        pages.bind(new Mirror(CODE, "mirror"));
        Caller psychologist = caller(Right.DIAGNOSTICS_READ);
        assertEquals(List.of(), resource.list(psychologist, CODE).items());
        Problem refused = assertThrows(Problem.class, () -> resource.page(psychologist, CODE, "mirror", ""));
        assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
        assertEquals(1, resource.list(caller(Right.REPORTS_READ), CODE).items().size());
    }

    @Test
    void aPageLeavesWithItsBundleAndIsNothingWithoutItsMeasure() {
        OwnPage page = new Mirror(CODE, "mirror");
        pages.bind(page);
        pages.bind(new Mirror("nothing", "mirror"));
        pages.unbind(page);
        for (String measure : List.of(CODE, "nothing")) {
            Problem gone =
                    assertThrows(Problem.class, () -> resource.page(caller(Right.REPORTS_READ), measure, "mirror", ""));
            assertEquals(Problem.Kind.NOT_FOUND, gone.kind());
        }
    }

    @Test
    void aPageThatCannotBeReadHurtsNoOther() {
        pages.bind(new OwnPage() {
            @Override
            public String measure() {
                throw new IllegalStateException("broken");
            }

            @Override
            public String code() {
                return "broken";
            }

            @Override
            public List<Part> content(Scope scope, int year) {
                return List.of();
            }
        });
        pages.bind(new Mirror(CODE, "mirror"));
        assertEquals(1, resource.list(caller(Right.REPORTS_READ), CODE).items().size());
    }

    @Test
    void aWrongYearAndALinkThatLeavesTheNodeAreRefused() {
        pages.bind(new Mirror(CODE, "mirror"));
        for (String year : List.of("x", "1999", "2101", "20260")) {
            assertThrows(Problem.class, () -> resource.page(caller(Right.REPORTS_READ), CODE, "mirror", year));
        }
        for (String path : List.of("https://example.org", "//example.org", "javascript:alert(1)", "/a\"b")) {
            assertThrows(IllegalArgumentException.class, () -> new OwnPage.Link("page.year", path));
        }
    }

    private static final class OneMeasure implements Measures {
        private final Installed one = new Installed(
                Resolution997.clause(8), "test", "1", Reach.EVERY_REGION, List.of(), List.of(), List.of(), List.of());

        @Override
        public List<Installed> installed() {
            return List.of(one);
        }

        @Override
        public List<Rejected> rejected() {
            return List.of();
        }

        @Override
        public Optional<Installed> find(String code) {
            return installed().stream().filter(m -> m.code().equals(code)).findFirst();
        }

        @Override
        public Installed require(String code) {
            return find(code).orElseThrow(Problem::notFound);
        }
    }
}
