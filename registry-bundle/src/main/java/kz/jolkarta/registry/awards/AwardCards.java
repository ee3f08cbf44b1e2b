package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.lineage.Win;
import kz.jolkarta.registry.payments.Payment;
import kz.jolkarta.registry.payments.Payments;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Paging;

/** The cards of one award's page. */
final class AwardCards {
    private static final int SHOWN = 12;

    private final AwardWords look;
    private final Words words;
    private final TerritoryChoice territories;

    AwardCards(AwardWords look, TerritoryChoice territories) {
        this.look = look;
        this.words = look.words();
        this.territories = territories;
    }

    Block facts(Award award) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(
                words.text("record.heading.name"), Cell.link(look.person(award), look.personPage(award))));
        facts.add(new Block.Fact(words.text("record.heading.state"), Cell.badge(look.state(award))));
        fact(facts, "record.heading.reason", award.reason());
        fact(facts, "record.heading.type", look.kind(award.type()));
        fact(facts, "record.heading.year", String.valueOf(award.year()));
        fact(facts, "page.awards.days", look.days(award));
        fact(facts, "page.territory", territories.name(words, award.territory()));
        fact(facts, "record.heading.place", award.place());
        award(award).map(form -> form.facts(award)).ifPresent(facts::addAll);
        fact(facts, "record.heading.document-number", award.documentNumber());
        fact(facts, "page.awards.amount", look.amount(award));
        fact(
                facts,
                "record.heading.source",
                award.source() == null ? "" : words.text(kz.jolkarta.registry.records.Money.name(award.source())));
        fact(facts, "page.awards.paid", award.paid().signum() == 0 ? "" : words.money(award.paid()));
        fact(facts, "record.heading.protocol-number", award.protocolNumber());
        fact(
                facts,
                "record.heading.protocol-date",
                award.protocolDate() == null ? "" : words.date(award.protocolDate()));
        fact(facts, "page.awards.proposed-at", words.moment(award.createdAt()));
        award.quotaId()
                .ifPresent(q -> facts.add(new Block.Fact(
                        words.text("page.quotas.cap"),
                        Cell.link(
                                words.text("page.quotas.queue"),
                                "/measures/" + look.measure().code() + "/quotas/" + q))));
        return Block.Card.of(words.text("page.awards.facts"), new Block.Facts(facts));
    }

    private Optional<AwardForm> award(Award award) {
        return look.measure().award(award.type()).map(type -> new AwardForm(look, type));
    }

    private void fact(List<Block.Fact> facts, String key, String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(Block.Fact.of(words.text(key), value));
        }
    }

    Block score(Scores.Explained score) {
        List<String> arithmetic = score.results().stream()
                .map(r -> words.text("page.awards.score-line", result(r.result()), String.valueOf(r.points())))
                .toList();
        Table points = Table.of(
                        Stream.of(
                                        "page.awards.level",
                                        "page.awards.first",
                                        "page.awards.second",
                                        "page.awards.third",
                                        "page.awards.prize")
                                .map(key -> key.endsWith("level")
                                        ? Table.Column.of(words.text(key))
                                        : Table.Column.number(words.text(key)))
                                .toList(),
                        score.points().stream()
                                .map(p -> Table.Line.of(
                                        Cell.of(words.text("level." + Moves.code(p.level()))),
                                        Cell.number(String.valueOf(p.first())),
                                        Cell.number(String.valueOf(p.second())),
                                        Cell.number(String.valueOf(p.third())),
                                        Cell.number(String.valueOf(p.prize()))))
                                .toList())
                .caption(words.text("record.heading.score"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Why(
                "score",
                words.text("page.awards.score-on", words.date(score.scoredOn())),
                words.number(score.score()),
                words.text("award.score-rule", score.months()),
                arithmetic,
                List.of(points)));
        if (score.sum() != score.score()) {
            blocks.add(new Block.Paragraph(words.text("page.awards.score-now", words.number(score.sum()))));
        }
        return Block.Card.of(words.text("record.heading.score"), blocks);
    }

    private String result(Win win) {
        String child = win.childName() == null ? "" : win.childName() + ", ";
        return child + win.event() + ", " + words.text("level." + Moves.code(win.level())) + ", "
                + (win.place() == null
                        ? words.text("page.awards.prize")
                        : words.text("page.awards.won-place", String.valueOf(win.place())))
                + ", " + words.date(win.wonOn());
    }

    Block history(List<AwardStep> steps) {
        List<Block.Event> events = steps.stream()
                .map(s -> new Block.Event(
                        words.moment(s.at()),
                        s.login(),
                        s.waits()
                                ? words.text("page.awards.waits")
                                : s.to().map(look::state).orElseGet(() -> words.text("page.awards.changed")),
                        ""))
                .toList();
        return new Block.History(events, words.text("page.awards.no-history"));
    }

    /** What was paid for it; empty for a clause without money. */
    Optional<Block> payments(User user, Award award, Payments payments) {
        if (look.measure().clause().sources().isEmpty()) {
            return Optional.empty();
        }
        List<Payment> paid = payments.list(
                        user, look.measure().code(), Optional.empty(), Optional.of(award.id()), Paging.of(SHOWN, ""))
                .items();
        List<Table.Line> lines = paid.stream()
                .map(p -> Table.Line.of(
                        Cell.of(words.date(p.paidOn())),
                        Cell.number(words.money(p.amount())),
                        Cell.of(words.text(kz.jolkarta.registry.records.Money.name(p.source()))),
                        Cell.of(p.documentNumber() == null ? "" : p.documentNumber())))
                .toList();
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.payments.paid-on")),
                                Table.Column.number(words.text("page.awards.amount")),
                                Table.Column.of(words.text("record.heading.source")),
                                Table.Column.of(words.text("record.heading.document-number"))),
                        lines)
                .caption(words.text("page.payments.title"))
                .empty(words.text("page.payments.none-for"));
        String all = "/measures/" + look.measure().code() + "/payments?award=" + award.id();
        boolean pays = award.state().placed()
                && user.scope(Right.AWARDS_APPROVE).covers(award.territory())
                && look.measure()
                        .award(award.type())
                        .flatMap((AwardType t) -> t.rule(Rule.Monthly.class))
                        .isEmpty();
        return Optional.of(Block.Card.of(words.text("page.payments.title"), table)
                .actions(Action.link(words.text(pays ? "page.payments.pay" : "page.payments.all"), all)));
    }
}
