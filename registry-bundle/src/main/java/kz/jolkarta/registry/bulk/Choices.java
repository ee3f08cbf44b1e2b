package kz.jolkarta.registry.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.Children;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads which children a page of an act over many was sent for, and asks before it is done. */
@Component(service = Choices.class)
public final class Choices {
    static final String LIST = "/children";
    static final String ID = "id";
    /** Sent with the page that says what will be done. */
    static final String SURE = "sure";

    private static final String ALL = "all";

    private final Children children;

    @Activate
    public Choices(@Reference Children children) {
        this.children = children;
    }

    /** All of a list, by the filters in the address. */
    Chosen all(Caller caller, Address asked, ChildQuery query) {
        Map<String, String> filter = new HashMap<>();
        asked.without("sort", "after", "limit").parameters().forEach((name, values) -> filter.put(name, values.get(0)));
        boolean named = filter.containsKey("q") || filter.containsKey("iin");
        List<Long> ids = named ? children.ids(caller.user(), query.filter()) : List.of();
        long count = named ? ids.size() : children.count(caller.user(), query.filter());
        String address = asked.at("");
        // A filter of nothing is of no act, so that the list's own meaning is said.
        filter.putIfAbsent("state", "active");
        return new Chosen(ids, named ? Map.of() : filter, count, address.isEmpty() ? "" : address.substring(1));
    }

    /** @throws Problem INVALID when no row was ticked */
    Chosen sent(Caller caller, Address asked, ChildQuery query, FormInput input) {
        if (input.flag(ALL)) {
            return all(caller, asked, query);
        }
        List<Long> ids = input.numbers(ID).stream().distinct().toList();
        if (ids.isEmpty()) {
            throw Problem.invalid("page.bulk.nobody");
        }
        return new Chosen(ids, Map.of(), ids.size(), "");
    }

    /** One by one, for acts that are not queued. */
    List<Long> ids(Caller caller, Chosen chosen) {
        return chosen.filter().isEmpty() ? chosen.ids() : children.ids(caller.user(), ChildQuery.of(chosen.filter()));
    }

    /**
     * What is sent when the reader agrees.
     *
     * @param submit key of the act's verb
     * @param fields what the act needs besides
     */
    Form form(Words words, Chosen chosen, String path, String submit, List<Field> fields) {
        List<Field> all = new ArrayList<>(fields);
        all.add(Field.hidden(SURE, "true"));
        if (chosen.query().isEmpty() && !chosen.ids().isEmpty()) {
            all.add(Field.hidden(ID, "")
                    .values(chosen.ids().stream().map(String::valueOf).toList()));
        } else {
            all.add(Field.hidden(ALL, "true"));
        }
        String action = chosen.query().isEmpty() ? path : path + "?" + chosen.query();
        return Form.of(action, words.text(submit), all).cancel(back(chosen));
    }

    /** The page that says what will be done. @param what key of the sentence, which goes on with the form of the number */
    View view(Words words, Chosen chosen, String title, String what, Form form) {
        return View.of(
                        words.text(title),
                        Block.Card.of(
                                words.text("page.bulk.will"),
                                new Block.Paragraph(words.count(what, chosen.count())),
                                form))
                .up(words.text("page.children.title"), back(chosen));
    }

    /** The same page with what is wrong in its form. */
    static View refused(View question, FormInput input, Problem problem, Words words) {
        List<Block> blocks = question.blocks().stream()
                .map(b -> b instanceof Block.Card card ? refused(card, input, problem, words) : b)
                .toList();
        return View.of(question.title(), blocks)
                .up(
                        question.up().orElseThrow().label(),
                        question.up().orElseThrow().href());
    }

    private static Block refused(Block.Card card, FormInput input, Problem problem, Words words) {
        return Block.Card.of(
                card.title(),
                card.blocks().stream()
                        .map(b -> b instanceof Form form ? form.refused(input, problem, words) : b)
                        .toList());
    }

    private static String back(Chosen chosen) {
        return chosen.query().isEmpty() ? LIST : LIST + "?" + chosen.query();
    }
}
