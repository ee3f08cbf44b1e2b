package kz.jolkarta.registry.tasks;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.settings.SettingHistory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Days off and moved working days on a page. */
@Path("office-days")
@Component(service = Pages.class)
public final class OfficeDayPages implements Pages {
    private static final String LIST = "/office-days";

    private final OfficeDays days;
    private final SettingHistory history;
    private final OfficeClock clock;

    @Activate
    public OfficeDayPages(@Reference OfficeDays days, @Reference SettingHistory history, @Reference OfficeClock clock) {
        this.days = days;
        this.history = history;
        this.clock = clock;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View list(@Context Caller caller, @Context Words words, @QueryParam("year") String year) {
        int wanted = Params.year("year", year).orElse(clock.today().getYear());
        return view(caller, words, wanted, form(words));
    }

    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response add(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    OfficeDay made = days.add(caller.user(), input.as(OfficeDay.class));
                    return Answer.to(LIST + "?year=" + made.day().getYear(), "page.office-days.added");
                },
                problem ->
                        view(caller, words, clock.today().getYear(), form(words).refused(input, problem, words)));
    }

    @POST
    @Path("{day}/delete")
    @Needs(Right.PROGRAMME_WRITE)
    public Response remove(@Context Caller caller, @PathParam("day") String day, FormInput input) {
        days.remove(caller.user(), Params.date("day", day).orElseThrow(Problem::notFound));
        return Answer.to(LIST, "page.office-days.removed");
    }

    private View view(Caller caller, Words words, int year, Form form) {
        boolean writes = caller.user().scope(Right.PROGRAMME_WRITE).isCountry();
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.of(words.text("page.office-days.day")),
                Table.Column.of(words.text("page.office-days.what")),
                Table.Column.of(words.text("page.office-days.note"))));
        if (writes) {
            columns.add(Table.Column.of(words.text("page.office-days.act")));
        }
        Table table = Table.of(
                        columns,
                        days.of(caller.user(), year).stream()
                                .map(d -> line(words, d, writes))
                                .toList())
                .caption(words.text("page.office-days.of", String.valueOf(year)))
                .empty(words.text("page.office-days.none"));
        List<Block> blocks = new ArrayList<>(List.of(
                Block.Buttons.of(
                        Action.go(String.valueOf(year - 1), LIST + "?year=" + (year - 1)),
                        Action.go(String.valueOf(year + 1), LIST + "?year=" + (year + 1))),
                table));
        if (writes) {
            blocks.add(form);
        }
        history.card(caller.user(), words, "office-day").ifPresent(blocks::add);
        return View.of(words.text("page.office-days.title"), blocks).lead(words.text("page.office-days.lead"));
    }

    private static Table.Line line(Words words, OfficeDay day, boolean writes) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.number(words.date(day.day())),
                Cell.of(words.text(day.working() ? "page.office-days.working" : "page.office-days.off")),
                Cell.of(day.note() == null ? "" : day.note())));
        if (writes) {
            cells.add(Cell.action(
                    Action.danger(words.text("page.office-days.remove"), LIST + "/" + day.day() + "/delete")));
        }
        return Table.Line.of(cells);
    }

    private static Form form(Words words) {
        return Form.of(
                LIST,
                words.text("page.office-days.add"),
                List.of(
                        Field.date("day", words.text("page.office-days.day")).require(),
                        Field.radio(
                                        "working",
                                        words.text("page.office-days.what"),
                                        List.of(
                                                new Field.Option("false", words.text("page.office-days.off")),
                                                new Field.Option("true", words.text("page.office-days.working"))))
                                .require(),
                        Field.text("note", words.text("page.office-days.note"))));
    }
}
