package kz.jolkarta.registry.budgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Money;

/** The budgets of one measure as a page. */
record BudgetPage(User user, Words words, Installed measure, String name, TerritoryChoice territories, int year) {
    private String home() {
        return "/money/" + measure.code();
    }

    View view(Filters filters, List<Budget> all, Form form, Address address) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(filters);
        blocks.add(table(all, address));
        if (user.has(Right.QUOTAS_WRITE)) {
            blocks.add(Block.Card.of(form.submit(), form).at("set").wide(6));
        }
        return View.of(words.text("page.money.of", name), blocks)
                .lead(words.text("page.money.title", String.valueOf(year)))
                .up(words.text("page.menu.money"), "/money?year=" + year);
    }

    private Table table(List<Budget> all, Address address) {
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.of(words.text("record.heading.source")),
                                Table.Column.number(words.text("page.money.planned")),
                                Table.Column.number(words.text("page.awards.paid")),
                                Table.Column.number(words.text("page.money.committed")),
                                Table.Column.number(words.text("page.money.left")),
                                Table.Column.of(""),
                                Table.Column.of("")),
                        all.stream().map(this::line).toList())
                .caption(words.text("page.money.caption"))
                .empty(words.text("page.money.no-budgets", String.valueOf(year)))
                .exports(address.without("set").files("/api/measures/" + measure.code() + "/budgets"))
                .scrolls();
    }

    private Table.Line line(Budget budget) {
        Cell edit = Cell.of("");
        Cell remove = Cell.of("");
        if (user.scope(Right.QUOTAS_WRITE).covers(budget.territory())) {
            edit = Cell.action(Action.link(
                    words.text("page.money.change"), home() + "?year=" + year + "&set=" + budget.id() + "#set"));
            remove = Cell.action(Action.danger(words.text("page.money.remove"), home() + "/" + budget.id() + "/removal")
                    .with(FormInput.VERSION, budget.version()));
        }
        return Table.Line.of(
                Cell.of(place(budget)),
                Cell.of(words.text(Money.name(budget.source()))),
                Cell.number(words.money(budget.planned())),
                Cell.number(words.money(budget.spent())),
                Cell.number(words.money(budget.committed())),
                Cell.number(words.money(budget.left())),
                edit,
                remove);
    }

    private String place(Budget budget) {
        return budget.territory().isEmpty()
                ? words.text("budget.country")
                : territories.name(words, budget.territory());
    }

    /** @param set number of the budget that is to be changed, "" for a new one */
    Form form(List<Budget> all, String set) {
        Optional<Budget> edited =
                all.stream().filter(b -> String.valueOf(b.id()).equals(set)).findFirst();
        List<Field> fields = new ArrayList<>();
        if (edited.isPresent()) {
            Budget budget = edited.get();
            fields.add(Field.shown(words.text("page.territory"), place(budget)));
            fields.add(Field.shown(words.text("record.heading.source"), words.text(Money.name(budget.source()))));
            fields.add(Field.hidden("territory", budget.territory()));
            fields.add(Field.hidden("source", budget.source()));
            fields.add(Field.hidden("set", budget.id()));
            fields.add(Field.hidden(FormInput.VERSION, budget.version()));
        } else {
            fields.add(territories
                    .field(words, user.scope(Right.QUOTAS_WRITE), "")
                    .help(words.text("page.money.territory-help")));
            fields.add(Field.choice("source", words.text("record.heading.source"), MoneyPages.sources(words))
                    .require());
        }
        fields.add(Field.hidden("year", year));
        fields.add(Field.money("planned", words.text("page.money.planned"))
                .value(edited.map(Budget::planned))
                .require());
        return Form.of(home(), words.text(edited.isPresent() ? "page.money.change" : "page.money.add"), fields);
    }
}
