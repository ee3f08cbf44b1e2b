package kz.jolkarta.core.internal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The page of the own account: what it is, the second factor, language, password, sessions elsewhere, tokens. */
final class OwnAccountView {
    private final SignIns signIns;
    private final SecondFactors factors;
    private final Tokens tokens;
    private final NodeSettings settings;

    OwnAccountView(SignIns signIns, SecondFactors factors, Tokens tokens, NodeSettings settings) {
        this.signIns = signIns;
        this.factors = factors;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** @param seen what becomes of a form of the page, e.g. the one that was refused */
    View of(Caller caller, Words words, String session, UnaryOperator<Form> seen) {
        Account account = signIns.account(caller.user());
        return View.of(
                        words.text("page.account.title"),
                        Block.Card.of(words.text("page.account.own"), own(account, words))
                                .wide(6),
                        factor(caller, words).wide(6),
                        Block.Card.of(words.text("page.account.language"), seen.apply(language(account, words)))
                                .wide(6),
                        Block.Card.of(words.text("page.account.password"), seen.apply(password(words)))
                                .wide(6),
                        sessions(caller, words, session),
                        Block.Card.of(
                                        words.text("page.account.tokens"),
                                        new Block.Paragraph(words.text("page.account.tokens.lead")),
                                        table(caller, words),
                                        seen.apply(token(words)))
                                .at("tokens"))
                .lead(account.name());
    }

    private Block own(Account account, Words words) {
        return new Block.Facts(List.of(
                Block.Fact.of(words.text("page.login.login"), account.login()),
                Block.Fact.of(words.text("page.accounts.name"), account.name()),
                Block.Fact.of(
                        words.text("page.accounts.roles"),
                        String.join("; ", GrantFields.told(account, signIns.schools(account), settings, words)))));
    }

    private Block.Card factor(Caller caller, Words words) {
        SecondFactors.State state = factors.state(caller.user());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.text("page.account.factor.lead")));
        if (state.on()) {
            blocks.add(new Block.Paragraph(words.text("page.account.factor.left", words.number(state.left()))));
        }
        blocks.add(Block.Buttons.of(Action.go(
                words.text(state.on() ? "page.account.factor.change" : "page.account.factor.set"), FactorPages.HERE)));
        Badge badge = state.on()
                ? Badge.of(words.text("page.account.factor.on"), Tone.OK)
                : Badge.of(words.text("page.account.factor.off"), Tone.NONE);
        return Block.Card.of(words.text("page.factor.title"), blocks).badge(badge);
    }

    private static Form language(Account account, Words words) {
        return Form.of(
                OwnAccountPages.LANGUAGE,
                words.text("page.accounts.save"),
                List.of(PasswordFields.language(words).value(account.language())));
    }

    private static Form password(Words words) {
        List<Field> fields = new ArrayList<>();
        fields.add(
                Field.password("current", words.text("page.password.current")).require());
        fields.addAll(PasswordFields.of(words));
        return Form.of(OwnAccountPages.PASSWORD, words.text("page.password.change"), fields);
    }

    private Block.Card sessions(Caller caller, Words words, String session) {
        long elsewhere = signIns.elsewhere(caller.user(), session);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                elsewhere == 0
                        ? words.text("page.account.sessions.none")
                        : words.count("page.account.sessions.", elsewhere)));
        if (elsewhere > 0) {
            blocks.add(Block.Buttons.of(
                    Action.danger(words.text("page.account.sessions.end"), OwnAccountPages.HERE + "/sessions")));
        }
        return Block.Card.of(words.text("page.account.sessions"), blocks);
    }

    private Table table(Caller caller, Words words) {
        List<Table.Line> lines = tokens.of(caller.user()).stream()
                .map(t -> Table.Line.of(
                        Cell.of(t.label()),
                        Cell.of(words.moment(t.created())),
                        Cell.of(t.expires().map(words::moment).orElse(words.text("page.account.tokens.no-end"))),
                        Cell.of(t.lastUsed().map(words::moment).orElse(words.text("page.account.tokens.unused"))),
                        Cell.action(Action.danger(
                                words.text("page.account.tokens.revoke"),
                                OwnAccountPages.TOKENS + "/" + t.id() + "/revoke"))))
                .toList();
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("page.account.tokens.label")),
                                Table.Column.of(words.text("page.account.tokens.created")),
                                Table.Column.of(words.text("page.account.tokens.expires")),
                                Table.Column.of(words.text("page.account.tokens.used")),
                                Table.Column.of("")),
                        lines)
                .caption(words.text("page.account.tokens"))
                .empty(words.text("page.account.tokens.none"));
    }

    private static Form token(Words words) {
        return Form.of(
                OwnAccountPages.TOKENS,
                words.text("page.account.tokens.create"),
                List.of(
                        Field.text("label", words.text("page.account.tokens.label"))
                                .require()
                                .help(words.text("page.account.tokens.label.help")),
                        Field.date("expires", words.text("page.account.tokens.last-day"))));
    }
}
