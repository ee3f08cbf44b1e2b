package kz.jolkarta.registry.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.payments.DueStore.Which;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;

/** The way to a new payment run: choose, look at the preview, propose. */
final class RunProposal {
    private static final List<String> CHOSEN = List.of("type", "month", "territory", "source");

    private final PaymentRuns runs;
    private final RunWords look;
    private final LocalDate today;

    RunProposal(PaymentRuns runs, RunWords look, LocalDate today) {
        this.runs = runs;
        this.look = look;
        this.today = today;
    }

    /** The page's address with what a form sent. */
    static Address address(RunWords look, FormInput input) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        CHOSEN.forEach(name -> input.text(name).ifPresent(v -> chosen.put(name, List.of(v))));
        return new Address(look.home() + "/new", chosen);
    }

    View preview(User user, Address address) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(choice(user, address));
        if (CHOSEN.stream().noneMatch(name -> address.value(name).isEmpty())) {
            blocks.addAll(found(user, address));
        } else {
            blocks.add(Block.Notice.of(Tone.NONE, look.words().text("page.runs.choose")));
        }
        return view(blocks);
    }

    View refused(User user, Address address, Problem problem) {
        Words words = look.words();
        String why = problem.fields().isEmpty()
                ? words.text(problem.message())
                : problem.fields().stream().map(f -> words.text(f.message())).collect(Collectors.joining(" "));
        return view(List.of(choice(user, address), Block.Notice.of(Tone.LATE, why)));
    }

    private View view(List<Block> blocks) {
        Words words = look.words();
        return View.of(words.text("page.runs.new"), blocks)
                .lead(look.measureName())
                .up(words.text("page.runs.title"), look.home());
    }

    private Filters choice(User user, Address address) {
        Words words = look.words();
        String here = look.home() + "/new";
        List<Field> fields = address.filled(List.of(
                Field.choice("type", words.text("record.heading.type"), look.kinds())
                        .require(),
                Field.choice("month", words.text("page.runs.month"), look.months(today))
                        .require(),
                look.territories()
                        .field(words, user.scope(Right.RECORDS_WRITE), address.value("territory"))
                        .require(),
                Field.choice("source", words.text("record.heading.source"), look.sources())
                        .require()));
        return Filters.of(
                here, words.text("page.runs.preview"), Action.link(words.text("page.list.reset"), here), fields);
    }

    private List<Block> found(User user, Address address) {
        Words words = look.words();
        Map<String, String> values = new LinkedHashMap<>();
        CHOSEN.forEach(name -> values.put(name, address.value(name)));
        RunInput input = FormInput.of(values).as(RunInput.class);
        Which which = Choice.of(Which.class, "lines", address.value("lines")).orElse(Which.ALL);
        RunPreview preview = runs.preview(
                user,
                look.measure().code(),
                input,
                which,
                Params.paging(address.value("limit"), address.value("after")));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tiles(List.of(
                new Block.Tile(
                        words.text("page.runs.due-count"),
                        words.number(preview.due()),
                        "",
                        lines(address, Which.DUE),
                        Tone.OK,
                        "check"),
                new Block.Tile(
                        words.text("page.awards.amount"), words.money(preview.total()), "", "", Tone.PLAIN, "coin"),
                new Block.Tile(
                        words.text("page.runs.stopped-count"),
                        words.number(preview.stopped()),
                        "",
                        lines(address, Which.STOPPED),
                        Tone.RUN,
                        "ban"))));
        blocks.addAll(look.warnings(preview.warnings()));
        if (preview.due() > 0) {
            List<Field> sent = CHOSEN.stream()
                    .map(name -> Field.hidden(name, address.value(name)))
                    .toList();
            blocks.add(Block.Card.of(
                    words.text("page.runs.propose-title"),
                    new Block.Paragraph(words.text("page.runs.propose-lead")),
                    Form.of(look.home(), words.text("page.runs.propose"), sent)));
        }
        blocks.add(new Block.Buttons(Stream.of(Which.values())
                .map(w -> Action.link(words.text("page.runs.show." + Json.name(w)), lines(address, w)))
                .toList()));
        blocks.add(look.lines(preview.lines().items())
                .pages(address.previous(), address.next(preview.lines().next())));
        return blocks;
    }

    private static String lines(Address address, Which which) {
        return address.without("after").with("lines", Json.name(which)).href();
    }
}
