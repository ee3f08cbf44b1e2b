package kz.jolkarta.core.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class HealthBoardTest {
    private static final Caller CALLER = new Caller(User.system(), Language.EN);
    private static final String CAMPS = "health-camps";

    private final Words words = new LocaleWording(TestTexts.ofClassPath(), FixedClock.at("2026-03-02")).in(Language.EN);

    /** One measure, whose bundle brings others that are not in order. */
    private record One(Installed measure, List<Rejected> rejected) implements Measures {
        @Override
        public List<Installed> installed() {
            return List.of(measure);
        }

        @Override
        public Optional<Installed> find(String code) {
            return installed().stream().filter(m -> m.code().equals(code)).findFirst();
        }

        @Override
        public Installed require(String code) {
            return find(code).orElseThrow();
        }
    }

    private static HealthBoard board(Measures.Rejected... rejected) {
        return new HealthBoard(new One(Measures.Installed.of(SampleMeasure.of(13), "camps", "1"), List.of(rejected)));
    }

    private List<Block.Row> points(HealthBoard board) {
        return board.points(CALLER, words).get(CAMPS);
    }

    @Test
    void aMeasureOfWhichNothingElseIsKnownIsWellByItsContract() {
        List<Block.Row> points = points(board());
        assertEquals(1, HealthBoard.well(points));
        assertEquals("well", HealthBoard.badge(words, points).text());
    }

    @Test
    void whatBundlesKnowIsCountedAndOneThatFailsCostsOnlyItself() {
        HealthBoard board = board();
        board.bind(caller -> {
            throw new IllegalStateException("broken");
        });
        board.bind(caller -> Map.of(
                CAMPS,
                List.of(Block.Row.of("", Tone.RUN, "no source", "", "/reports")),
                "elsewhere",
                List.of(Block.Row.of("", Tone.LATE, "not here", "", ""))));
        List<Block.Row> points = points(board);
        assertEquals(2, points.size());
        assertEquals("remarks: 1", HealthBoard.badge(words, points).text());
        assertEquals(Tone.RUN, HealthBoard.badge(words, points).tone());
        assertTrue(HealthBoard.card(words, points).toString().contains("1 of 2 points are well."));
    }

    @Test
    void anotherMeasureOfTheSameBundleThatIsRejectedIsTold() {
        Message why = Message.of("measure.rejected.absent");
        List<Block.Row> points = points(
                board(new Measures.Rejected("camps", "Second", why), new Measures.Rejected("other", "Third", why)));
        assertEquals(1, points.size());
        assertEquals(Tone.LATE, HealthBoard.badge(words, points).tone());
    }
}
