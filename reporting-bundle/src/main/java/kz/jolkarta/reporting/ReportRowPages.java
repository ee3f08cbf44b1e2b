package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of a report opened: one, which the report brings when it is opened there and which says why of its numbers, or all, to be read through and printed. */
@Path("reports/{year}/{region}/rows")
@Component(service = Pages.class)
public final class ReportRowPages implements Pages {
    private final ReportBooks books;
    private final ReportTexts texts;
    private final WhyPanel why;

    @Activate
    public ReportRowPages(@Reference ReportBooks books, @Reference ReportTexts texts, @Reference WhyPanel why) {
        this.books = books;
        this.texts = texts;
        this.why = why;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View all(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region) {
        ReportBook book = books.open(caller.user(), caller.language(), year, region);
        ReportRows rows = rows(caller.user(), words, book, false);
        List<Block> blocks = new ArrayList<>();
        book.report().measures().forEach(row -> blocks.add(rows.read(row)));
        blocks.add(new Block.Paragraph(words.text("page.report.unofficial")));
        new MoneyBlocks(words, book).card().ifPresent(blocks::add);
        return view(words, book, title(words, book), blocks).actions(Action.print(words.text("page.report.print")));
    }

    @GET
    @Path("{measure}")
    @Needs(Right.REPORTS_READ)
    public View one(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure) {
        ReportBook book = books.open(caller.user(), caller.language(), year, region);
        MeasureReport row = book.report().measures().stream()
                .filter(m -> m.code().equals(measure))
                .findFirst()
                .orElseThrow(Problem::notFound);
        String code = book.report().region().code();
        boolean writes = texts.mayWrite(caller.user(), code);
        Block opened = rows(caller.user(), words, book, writes).opened(row);
        Optional<Block> panel = why.block(caller.user(), words, Address.of(asked), year, code);
        List<Block> blocks = panel.<List<Block>>map(
                        p -> List.of(new Block.Column(7, List.of(opened)), new Block.Column(5, List.of(p))))
                .orElseGet(() -> List.of(opened));
        return view(words, book, row.number() + ". " + row.name(), blocks);
    }

    private static ReportRows rows(User user, Words words, ReportBook book, boolean writes) {
        boolean opens = ReportAttachments.mayOpen(user, book.report().region().code());
        return new ReportRows(words, book, writes, opens, Map.of());
    }

    private static String title(Words words, ReportBook book) {
        return words.text("page.report.title", String.valueOf(book.report().year()));
    }

    private static View view(Words words, ReportBook book, String heading, List<Block> blocks) {
        RegionReport report = book.report();
        return View.of(heading, blocks)
                .lead(words.text(
                        "page.report.lead", report.region().name(), words.date(report.asOf()), words.time(book.at())))
                .up(title(words, book), ReportPages.href(report));
    }
}
