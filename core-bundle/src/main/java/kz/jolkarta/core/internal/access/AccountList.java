package kz.jolkarta.core.internal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The page of all accounts. */
record AccountList(Accounts accounts, NodeSettings settings, Words words) {
    private static final int ROWS = 25;

    View view(User keeper, Address address) {
        AccountFilter filter = AccountFilter.of(
                address.value("q"), address.value("role"), address.value("state"), address.value("sort"));
        Page<Account> page = accounts.list(keeper, filter, address.value("after"), ROWS);
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.accounts.search")),
                Field.choice("role", words.text("page.accounts.role"), words.options(Role.class, "page.role.")),
                Field.choice(
                        "state",
                        words.text("page.accounts.state"),
                        List.of(
                                new Field.Option("active", words.text("page.accounts.active")),
                                new Field.Option("blocked", words.text("page.accounts.blocked"))))));
        Filters filters = Filters.of(
                        AccountPages.LIST,
                        words.text("page.accounts.show"),
                        Action.link(words.text("page.accounts.reset"), AccountPages.LIST),
                        fields)
                .active(address.active(fields));
        Map<Long, String> schools = accounts.places().names(page.items(), words.language());
        Table table = Table.of(
                        List.of(
                                address.usually("login")
                                        .sortable(Table.Column.of(words.text("page.login.login")), "login"),
                                Table.Column.of(words.text("page.accounts.roles")),
                                Table.Column.of(words.text("page.accounts.state"))),
                        page.items().stream().map(a -> line(a, schools)).toList())
                .caption(words.text("page.accounts.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/accounts"))
                .empty(
                        words.text("page.accounts.none"),
                        Action.link(words.text("page.accounts.reset"), AccountPages.LIST));
        List<Action> acts = new ArrayList<>();
        if (keeper.scope(Right.ACCOUNTS_MANAGE).isCountry()) {
            acts.add(Action.go(words.text("page.node.title"), NodePages.HERE));
        }
        acts.add(Action.primary(words.text("page.accounts.new"), AccountPages.LIST + "/new")
                .icon("plus"));
        return View.of(words.text("page.accounts.title"), filters, table)
                .lead(words.text("page.accounts.lead"))
                .actions(acts);
    }

    private Table.Line line(Account account, Map<Long, String> schools) {
        return Table.Line.of(
                Cell.link(account.login(), account.name(), AccountPages.LIST + "/" + account.id()),
                Cell.of(String.join("; ", GrantFields.told(account, schools, settings, words))),
                Cell.badges(badges(account, words)));
    }

    static List<Badge> badges(Account account, Words words) {
        List<Badge> badges = new ArrayList<>();
        badges.add(
                account.active()
                        ? Badge.of(words.text("page.accounts.active"), Tone.OK)
                        : Badge.of(words.text("page.accounts.blocked"), Tone.LATE));
        if (account.mustChange()) {
            badges.add(Badge.of(words.text("page.accounts.one-time"), Tone.RUN));
        }
        if (account.secondFactor()) {
            badges.add(Badge.of(words.text("page.accounts.second-factor"), Tone.OK));
        }
        return badges;
    }
}
