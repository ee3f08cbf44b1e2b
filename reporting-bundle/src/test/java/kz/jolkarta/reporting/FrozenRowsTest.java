package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FrozenRowsTest {
    private static FrozenRows rows(String district, LongStream ids) {
        return new FrozenRows(Map.of(district, ids.toArray()));
    }

    @Property(tries = 200)
    void what_is_packed_comes_out_the_same(@ForAll long[] some) throws IOException {
        long[] ids = LongStream.of(some)
                .map(id -> id & Long.MAX_VALUE)
                .distinct()
                .sorted()
                .toArray();
        FrozenRows rows = new FrozenRows(Map.of("", ids, "233600000", ids));
        FrozenRows again = FrozenRows.unpacked(rows.packed(), rows.count());
        assertEquals(rows.hash(), again.hash());
        assertArrayEquals(ids, again.ids("233600000"));
        assertEquals(rows.counts(), again.counts());
    }

    @Test
    void twenty_thousand_ids_in_a_row_take_little_room() {
        FrozenRows rows = rows("233600000", LongStream.range(1_000_000_000_000L, 1_000_000_020_000L));
        assertTrue(rows.packed().length < 200, "bytes: " + rows.packed().length);
    }

    @Test
    void what_came_and_went_is_found_in_a_district_or_in_all() {
        FrozenRows before = new FrozenRows(Map.of("231000000", new long[] {1, 2}, "233600000", new long[] {7}));
        FrozenRows now = new FrozenRows(Map.of("231000000", new long[] {2, 3}, "233600000", new long[] {1, 7}));
        assertArrayEquals(new long[] {3}, now.without(before, ""));
        assertArrayEquals(new long[] {1}, now.without(before, "233600000"), "it moved to another district");
        assertArrayEquals(new long[] {1}, before.without(now, "231000000"));
    }

    @Test
    void damaged_bytes_are_no_rows() {
        FrozenRows rows = rows("233600000", LongStream.range(0, 100));
        assertThrows(IOException.class, () -> FrozenRows.unpacked(new byte[] {1, 2, 3}, 3));
        assertThrows(
                IOException.class, () -> FrozenRows.unpacked(rows.packed(), 99), "more than were said to be there");
    }
}
