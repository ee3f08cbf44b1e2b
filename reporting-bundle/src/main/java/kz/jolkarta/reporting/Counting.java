package kz.jolkarta.reporting;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** What stands in place of a report that is being counted for the first time since the node started; it gives way to the report by itself. */
record Counting(Words words) {
    /** A count that ends by then is waited for: a page that changes at once is no help. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int AGAIN_SECONDS = 2;

    /** @param href of the page itself, for whoever has no script and does not want to wait @param known what need not be counted */
    View view(String title, String href, List<Block> known) {
        Block progress = new Block.Progress(
                words.text("page.report.counting"),
                0,
                0,
                words.text("page.report.counting.wait"),
                List.of(Action.link(words.text("page.report.counting.again"), href)));
        return View.of(title, Stream.concat(Stream.of(progress), known.stream()).toList())
                .refresh(AGAIN_SECONDS);
    }
}
