package kz.jolkarta.registry.indices;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
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
import kz.jolkarta.registry.settings.SettingHistory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The monthly calculation index on a page: its values by the day they hold from, with a form. */
@Path("indices")
@Component(service = Pages.class)
public final class IndexPages implements Pages {
    private static final String HOME = "/indices";
    private static final String FROM = "from";

    private final Indices indices;
    private final SettingHistory history;

    @Activate
    public IndexPages(@Reference Indices indices, @Reference SettingHistory history) {
        this.indices = indices;
        this.history = history;
    }

    /** {@code from} is the day whose value is to be changed. */
    @GET
    @Needs(Right.RECORDS_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        List<IndexValue> all = indices.list(IndexStore.MRP);
        return view(
                caller.user(), words, all, form(words, all, Address.of(asked).value(FROM)));
    }

    private static boolean writes(User user) {
        return user.scope(Right.PROGRAMME_WRITE).isCountry();
    }

    private View view(User user, Words words, List<IndexValue> all, Form form) {
        boolean writes = writes(user);
        List<Table.Line> lines = all.stream()
                .map(v -> Table.Line.of(
                        Cell.of(words.date(v.from())),
                        Cell.number(words.money(v.amount())),
                        writes
                                ? Cell.action(Action.link(
                                        words.text("page.indices.change"), HOME + "?from=" + v.from() + "#set"))
                                : Cell.of("")))
                .toList();
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.indices.from")),
                                Table.Column.number(words.text("page.indices.amount")),
                                Table.Column.of("")),
                        lines)
                .caption(words.text("page.indices.title"));
        List<Block> blocks = new ArrayList<>(
                List.of(Block.Card.of(words.text("page.indices.values"), table).wide(7)));
        if (writes) {
            blocks.add(Block.Card.of(form.submit(), form).at("set").wide(5));
        }
        history.card(user, words, "index").ifPresent(blocks::add);
        return View.of(words.text("page.indices.title"), blocks).lead(words.text("page.indices.lead"));
    }

    private static Form form(Words words, List<IndexValue> all, String day) {
        Optional<IndexValue> found =
                all.stream().filter(v -> v.from().toString().equals(day)).findFirst();
        List<Field> fields = new ArrayList<>();
        found.ifPresent(v -> fields.add(Field.hidden(FormInput.VERSION, v.version())));
        Field from = Field.date(FROM, words.text("page.indices.from"));
        fields.add(found.isPresent() ? Field.hidden(FROM, day) : from.require());
        found.ifPresent(v -> fields.add(Field.shown(words.text("page.indices.from"), words.date(v.from()))));
        fields.add(Field.money("amount", words.text("page.indices.amount"))
                .value(found.map(IndexValue::amount))
                .require());
        return Form.of(HOME, words.text(found.isPresent() ? "page.indices.change" : "page.indices.add"), fields);
    }

    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response set(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    indices.set(caller.user(), IndexStore.MRP, input.version(), input.as(IndexInput.class));
                    return Answer.to(HOME, "page.indices.saved");
                },
                problem -> {
                    List<IndexValue> all = indices.list(IndexStore.MRP);
                    Form form = form(words, all, input.version().isPresent() ? input.first(FROM) : "");
                    return view(caller.user(), words, all, form.refused(input, problem, words));
                });
    }
}
