package kz.jolkarta.registry.entitlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.entitlement.Outlook.Parameter;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;

/** The answer to "what if" as a page: the form, what would change in sum, by place, and what would not. */
record WhatIfView(Caller caller, Words words, Address address, TerritoryChoice territories, Sweeps sweeps) {
    View of(Outlook outlook) {
        List<Block> blocks = new ArrayList<>(List.of(Block.Card.of(words.text("page.what-if.order"), form(outlook))));
        blocks.add(tiles(outlook));
        blocks.add(Block.Card.of(words.text("page.what-if.money"), new Block.Facts(facts(outlook))));
        blocks.add(table(outlook));
        blocks.add(unaffected(outlook));
        return view(outlook, blocks);
    }

    /** @param outlook of nothing ordered, of which the form is made */
    View refused(Outlook outlook, Problem problem) {
        // What was not said of the kind and the rows stands in the form as it holds.
        Map<String, List<String>> typed = new LinkedHashMap<>(address.parameters());
        typed.putIfAbsent("type", List.of(outlook.type()));
        typed.putIfAbsent("by", List.of("district"));
        FormInput sent = new FormInput(typed, Map.of());
        Form form = form(outlook).refused(sent, problem, words);
        return view(outlook, List.of(Block.Card.of(words.text("page.what-if.order"), form)))
                .status(problem.kind().status());
    }

    private View view(Outlook outlook, List<Block> blocks) {
        String measure = outlook.number() + ". " + outlook.name();
        return View.of(words.text("page.what-if.title"), blocks)
                .lead(words.text("page.what-if.lead", outlook.kind(), words.date(outlook.day())))
                .up(measure, "/measures/" + outlook.measure());
    }

    private Form form(Outlook outlook) {
        List<Field> fields = new ArrayList<>();
        List<AwardType> kinds = WhatIfs.kinds(sweeps.ledger().measures().require(outlook.measure()));
        if (kinds.size() > 1) {
            fields.add(Field.choice(
                            "type",
                            words.text("record.heading.type"),
                            kinds.stream()
                                    .map(t -> new Field.Option(
                                            t.code(), words.text(outlook.measure() + ".award." + t.code())))
                                    .toList())
                    .value(outlook.type())
                    .require());
        }
        Scope scope = caller.user().scope(Right.CHILDREN_READ);
        fields.add(territories.field(words, scope, address.value("territory")));
        fields.add(Field.choice(
                        "by",
                        words.text("page.what-if.by"),
                        List.of(
                                new Field.Option("district", words.text("page.what-if.by.district")),
                                new Field.Option("region", words.text("page.what-if.by.region"))))
                .value(address.value("by").isEmpty() ? "district" : address.value("by"))
                .require());
        outlook.parameters().forEach(p -> fields.add(field(p)));
        return Form.asking(WhatIfPages.home(outlook.measure()), words.text("page.what-if.ask"), fields);
    }

    private Field field(Parameter parameter) {
        List<Field.Option> options = parameter.options().stream()
                .map(o -> new Field.Option(o.code(), o.name()))
                .toList();
        String now = parameter.present().isEmpty() ? "" : words.text("page.what-if.present", present(parameter));
        Field field = parameter.several()
                ? Field.checks(parameter.code(), parameter.name(), options)
                : options.isEmpty()
                        ? Field.number(parameter.code(), parameter.name())
                        : Field.choice(parameter.code(), parameter.name(), options);
        return field.values(parameter.typed()).help(now);
    }

    private String present(Parameter parameter) {
        return parameter.code().equals("amount")
                ? words.money(new BigDecimal(parameter.present()))
                : parameter.present();
    }

    private Block tiles(Outlook outlook) {
        Outlook.Row total = outlook.total();
        return new Block.Tiles(List.of(
                tile("page.what-if.children", total.then(), change(total.change(), total.now()), "", "users"),
                tile("page.what-if.comers", total.comers(), "", children(outlook, "in", total.comers()), "user-plus"),
                tile("page.what-if.goers", total.goers(), "", children(outlook, "out", total.goers()), "ban"),
                new Block.Tile(
                        words.text("page.what-if.cover"),
                        money(total.coverThen()),
                        total.coverChange() == null
                                ? ""
                                : words.text("page.what-if.was", money(total.coverNow()), signed(total.coverChange())),
                        "",
                        Tone.PLAIN,
                        "coin")));
    }

    private Block.Tile tile(String label, long value, String note, String href, String icon) {
        return new Block.Tile(words.text(label), words.number(value), note, href, Tone.PLAIN, icon);
    }

    private String change(long change, long now) {
        String by = (change > 0 ? "+" : change < 0 ? "−" : "") + words.number(Math.abs(change));
        return words.text("page.what-if.was", words.number(now), by);
    }

    private String signed(BigDecimal change) {
        String sign = change.signum() > 0 ? "+" : change.signum() < 0 ? "−" : "";
        return sign + words.money(change.abs());
    }

    private String money(BigDecimal tenge) {
        return tenge == null ? words.text("page.what-if.no-price") : words.money(tenge);
    }

    private String children(Outlook outlook, String side, long count) {
        return count == 0
                ? ""
                : new Address(WhatIfPages.home(outlook.measure()) + "/children", address.parameters())
                        .without("sort", "after", "limit", "by")
                        .with("side", side)
                        .href();
    }

    private List<Block.Fact> facts(Outlook outlook) {
        Outlook.Row total = outlook.total();
        List<Block.Fact> facts = new ArrayList<>(List.of(
                fact("page.what-if.rule-now", outlook.ruleNow()),
                fact("page.what-if.rule-then", outlook.ruleThen()),
                fact("page.what-if.price", then(money(outlook.priceNow()), money(outlook.priceThen()))),
                fact("page.what-if.holders", then(words.number(total.holdersNow()), words.number(total.holdersThen()))),
                fact("page.what-if.need", then(money(total.needNow()), money(total.needThen())))));
        if (total.planned() == null) {
            facts.add(fact("page.what-if.planned", words.text("page.what-if.no-plan")));
        } else {
            facts.add(fact("page.what-if.planned", words.money(total.planned())));
            facts.add(fact(
                    "page.what-if.left",
                    then(
                            left(total.planned().subtract(total.needNow())),
                            left(total.planned().subtract(total.needThen())))));
            if (total.coverThen() != null) {
                facts.add(fact(
                        "page.what-if.left-cover",
                        then(
                                total.coverNow() == null
                                        ? money(null)
                                        : left(total.planned().subtract(total.coverNow())),
                                left(total.planned().subtract(total.coverThen())))));
            }
        }
        if (outlook.places() != null) {
            Outlook.Places places = outlook.places();
            facts.add(fact("page.what-if.places", then(places.capNow(), places.capThen())));
            facts.add(fact("page.what-if.used", then(places.usedNow(), places.usedThen())));
            facts.add(fact("page.what-if.waiting", then(places.waitingNow(), places.waitingThen())));
            long placed = places.usedThen() - places.usedNow();
            if (placed > 0) {
                Cell children = Cell.link(words.number(placed), children(outlook, "place", placed));
                facts.add(new Block.Fact(words.text("page.what-if.placed"), children));
            }
        }
        return facts;
    }

    private Block.Fact fact(String key, String value) {
        return Block.Fact.of(words.text(key), value);
    }

    private String then(long now, long then) {
        return then(words.number(now), words.number(then));
    }

    private String then(String now, String then) {
        return now.equals(then) ? now : now + " → " + then;
    }

    private String left(BigDecimal left) {
        return (left.signum() < 0 ? "−" : "") + words.money(left.abs());
    }

    private Table table(Outlook outlook) {
        Address sorted = address.usually(Outlook.ROWS.usual());
        Page<Outlook.Row> page = Outlook.ROWS.of(address.value("sort")).part(Params.paging(address), outlook.rows());
        List<Table.Column> columns = List.of(
                sorted.sortable(Table.Column.of(words.text("page.territory")), "place"),
                sorted.sortable(Table.Column.number(words.text("what-if.heading.now")), "-now"),
                sorted.sortable(Table.Column.number(words.text("what-if.heading.then")), "-then"),
                sorted.sortable(Table.Column.number(words.text("what-if.heading.change")), "-change"),
                Table.Column.number(words.text("what-if.heading.cover-now")),
                sorted.sortable(Table.Column.number(words.text("what-if.heading.cover-then")), "-money"),
                Table.Column.number(words.text("what-if.heading.cover-change")),
                Table.Column.number(words.text("what-if.heading.need-then")),
                Table.Column.number(words.text("what-if.heading.planned")));
        return Table.of(columns, page.items().stream().map(this::line).toList())
                .caption(words.text("page.what-if.by-place"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api" + WhatIfPages.home(outlook.measure()) + "/rows"))
                .empty(words.text("page.entitlements.nobody"))
                .scrolls();
    }

    private Table.Line line(Outlook.Row row) {
        String by = (row.change() > 0 ? "+" : row.change() < 0 ? "−" : "") + words.number(Math.abs(row.change()));
        return Table.Line.of(
                Cell.of(row.place().name(), row.place().region()),
                Cell.number(words.number(row.now())),
                Cell.number(words.number(row.then())),
                Cell.number(by),
                Cell.number(row.coverNow() == null ? "–" : words.money(row.coverNow())),
                Cell.number(row.coverThen() == null ? "–" : words.money(row.coverThen())),
                Cell.number(row.coverChange() == null ? "" : signed(row.coverChange())),
                Cell.number(words.money(row.needThen())),
                Cell.number(row.planned() == null ? "" : words.money(row.planned())));
    }

    /** What an order of this kind would leave as it is, so that nobody reads more out of the figures than they hold. */
    private Block unaffected(Outlook outlook) {
        boolean monthly = WhatIfPass.monthly(sweeps.ledger().measures().require(outlook.measure()))
                .contains(outlook.type());
        List<Block.Row> rows = Stream.of(
                        "page.what-if.stays.stored",
                        "page.what-if.stays.paid",
                        monthly ? "page.what-if.stays.monthly" : "page.what-if.stays.held",
                        "page.what-if.stays.others",
                        "page.what-if.stays.year")
                .map(key -> Block.Row.of("info-circle", Tone.NONE, words.text(key), "", ""))
                .toList();
        return Block.Card.of(words.text("page.what-if.stays"), new Block.Rows(rows, ""));
    }
}
