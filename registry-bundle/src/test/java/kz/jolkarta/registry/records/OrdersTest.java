package kz.jolkarta.registry.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Page;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private record District(long id, String name, long entitled) {}

    private static final Orders<District> ORDERS = Orders.<District>of("d.id", District::id, "name")
            .text("name", "d.name", District::name)
            .number("entitled", "d.entitled", District::entitled);

    private static final List<District> ALL =
            List.of(new District(3, "Айыртау", 7), new District(1, "Есіл", 12), new District(2, "Ақжар", 7));

    private static String pages(String sort, int limit) {
        List<Long> ids = new ArrayList<>();
        Page.each(after -> ORDERS.of(sort).part(Paging.of(limit, after), ALL), district -> ids.add(district.id()));
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    @Test
    void everyRowComesOnceInTheOrderWhateverTheSizeOfThePages() {
        for (int limit = 1; limit <= 4; limit++) {
            assertEquals("3 2 1", pages("", limit), "by name");
            assertEquals("1 2 3", pages("-name", limit));
            assertEquals("2 3 1", pages("entitled", limit), "those of one figure by their number");
            assertEquals("1 2 3", pages("-entitled", limit));
        }
    }

    @Test
    void theStatementGoesOnWhereAnIndexOverTheColumnAndTheNumberGoesOn() {
        Orders.Order<District> falling = ORDERS.of("-entitled");
        assertEquals("d.entitled desc, d.id desc", falling.sql());
        Page<District> first = falling.page(Paging.of(1, ""), ALL);
        Query next = falling.after(new Query(), Paging.of(1, first.next()));
        assertEquals("d.entitled <= :k and (d.entitled < :k or d.id < :kid)", next.where());
        assertEquals(java.util.Map.of("k", 7L, "kid", 3L), next.params());
    }

    @Test
    void anOrderThatTheListDoesNotHaveIsRefusedWithThoseItHas() {
        Problem refused = assertThrows(Problem.class, () -> ORDERS.of("size"));
        assertEquals("sort", refused.fields().get(0).field());
        assertEquals(
                List.of("name, -name, entitled, -entitled"),
                refused.fields().get(0).message().args());
    }
}
