package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.budgets.Budgets;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The awards of this year on the page of a measure that declares kinds of them. */
@Component
public final class AwardPart implements PagePart {
    private static final int NEWEST = 8;

    private final Quotas quotas;
    private final Budgets budgets;
    private final Ledger ledger;
    private final Wording wording;
    private final Awards awards;
    private final TerritoryChoice territories;
    private final QueueCards queues;

    @Activate
    public AwardPart(
            @Reference Awards awards,
            @Reference Quotas quotas,
            @Reference Allocations allocations,
            @Reference TerritoryChoice territories,
            @Reference Budgets budgets,
            @Reference Ledger ledger,
            @Reference Wording wording) {
        this.awards = awards;
        this.quotas = quotas;
        this.queues = new QueueCards(allocations, territories);
        this.territories = territories;
        this.budgets = budgets;
        this.ledger = ledger;
        this.wording = wording;
    }

    @Override
    public Place place() {
        return Place.MEASURE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Block> blocks(Caller caller, String code) {
        Optional<Installed> measure =
                ledger.measures().find(code).filter(m -> !m.awards().isEmpty());
        if (measure.isEmpty() || !caller.user().has(Right.RECORDS_READ)) {
            return List.of();
        }
        AwardWords look = new AwardWords(wording.of(caller), measure.get());
        int year = ledger.clock().today().getYear();
        QuotaUse use = quotas.use(caller.user(), code, year);
        List<Block.Tile> tiles = new ArrayList<>();
        places(look, use).ifPresent(tiles::add);
        Stream.of(AwardState.PROPOSED, AwardState.COMMISSION, AwardState.ISSUED, AwardState.ENDED)
                .map(s -> tile(look, use, s, year))
                .forEach(tiles::add);
        if (!look.measure().clause().sources().isEmpty()) {
            tiles.add(new Block.Tile(
                    look.words().text("page.awards.paid"),
                    look.words().money(budgets.paid(caller.user(), code, year)),
                    "",
                    "/money/" + code,
                    Tone.PLAIN,
                    "coin"));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(look.words().text("page.awards.of-year", String.valueOf(year)), new Block.Tiles(tiles))
                .actions(links(caller, look)));
        User user = caller.user();
        new QuotaBars(look, territories, use)
                .card(year, user.scope(Right.RECORDS_READ), user.has(Right.QUOTAS_WRITE))
                .ifPresent(blocks::add);
        queues.card(user, look, use).ifPresent(blocks::add);
        blocks.add(newest(user, look));
        return blocks;
    }

    private Block newest(User user, AwardWords look) {
        Words words = look.words();
        List<Table.Line> lines =
                awards.list(user, look.measure().code(), AwardFilter.ALL, Paging.of(NEWEST, "")).items().stream()
                        .map(award -> Table.Line.of(
                                Cell.link(look.person(award), look.page(award)),
                                Cell.of(look.kind(award.type()), look.days(award)),
                                Cell.of(Optional.ofNullable(award.documentNumber())
                                        .orElse("")),
                                Cell.badge(look.state(award))))
                        .toList();
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("record.heading.name")),
                Table.Column.of(words.text("page.awards.kind")),
                Table.Column.of(words.text("record.heading.document-number")),
                Table.Column.of(words.text("record.heading.state")));
        return Block.Card.of(
                        words.text("page.awards.newest"),
                        Table.of(columns, lines)
                                .caption(words.text("page.awards.newest"))
                                .empty(words.text("page.awards.none")))
                .actions(Action.link(words.text("page.child.all"), look.list()));
    }

    private static Optional<Block.Tile> places(AwardWords look, QuotaUse use) {
        if (use.quotas().isEmpty()) {
            return Optional.empty();
        }
        Words words = look.words();
        long cap = use.quotas().stream().mapToLong(Quota::cap).sum();
        long used = use.quotas().stream().mapToLong(Quota::used).sum();
        return Optional.of(new Block.Tile(
                words.text("page.quotas.cap"),
                words.number(cap),
                words.text("page.awards.places-note", words.number(used), words.number(Math.max(0, cap - used))),
                "/measures/" + look.measure().code() + "/quotas",
                Tone.PLAIN,
                "ticket"));
    }

    private static Block.Tile tile(AwardWords look, QuotaUse use, AwardState state, int year) {
        long awards = look.measure().awards().stream()
                .mapToLong(t -> use.awards(t.code(), any -> true, Set.of(state)))
                .sum();
        return new Block.Tile(
                look.state(state),
                look.words().number(awards),
                "",
                look.list() + "?state=" + Json.name(state) + "&year=" + year,
                AwardWords.tone(state),
                "award");
    }

    private static Action[] links(Caller caller, AwardWords look) {
        List<Action> links = new ArrayList<>();
        links.add(Action.link(look.words().text("page.awards.title"), look.list()));
        if (look.measure().awards().stream()
                .anyMatch((AwardType t) -> t.rule(Rule.Monthly.class).isPresent())) {
            links.add(Action.link(
                    look.words().text("page.runs.title"),
                    "/measures/" + look.measure().code() + "/payment-runs"));
        }
        if (caller.user().has(Right.RECORDS_WRITE)) {
            links.add(Action.go(look.words().text("page.awards.propose"), look.list() + "/new")
                    .icon("plus"));
        }
        return links.toArray(Action[]::new);
    }
}
