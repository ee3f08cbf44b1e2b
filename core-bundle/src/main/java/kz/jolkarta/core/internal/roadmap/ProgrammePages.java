package kz.jolkarta.core.internal.roadmap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.PageParts;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the node follows: programmes with their reporting days, the office's time, languages. */
@Path("settings")
@Component(service = Pages.class)
public final class ProgrammePages implements Pages {
    private final Programmes programmes;
    private final PageParts parts;
    private final OfficeClock clock;

    @Activate
    public ProgrammePages(@Reference Programmes programmes, @Reference PageParts parts, @Reference OfficeClock clock) {
        this.programmes = programmes;
        this.parts = parts;
        this.clock = clock;
    }

    @GET
    @Open
    public View settings(@Context Caller caller, @Context Words words) {
        List<Block> blocks = new ArrayList<>();
        programmes.all().forEach(p -> blocks.add(card(words, p)));
        programmes
                .rejected()
                .forEach(r -> blocks.add(new Block.Notice(Tone.LATE, r.file(), words.text(r.reason()), List.of())));
        blocks.addAll(parts.blocks(PagePart.Place.SETTINGS, caller, ""));
        Block.Card node = Block.Card.of(
                words.text("page.settings.node"),
                new Block.Facts(List.of(
                        Block.Fact.of(
                                words.text("page.settings.zone"), clock.zone().getId()),
                        Block.Fact.of(words.text("page.settings.now"), words.moment(clock.now())),
                        Block.Fact.of(
                                words.text("page.settings.languages"), words.text("page.settings.languages.all")))),
                new Block.Paragraph(words.text("page.settings.files")));
        boolean keeps = caller.user().has(Right.ACCOUNTS_MANAGE);
        blocks.add(keeps ? node.actions(Action.link(words.text("page.settings.open"), "/accounts/node")) : node);
        return View.of(words.text("page.settings.title"), blocks).lead(words.text("page.settings.lead"));
    }

    private static Block card(Words words, Programme programme) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of(words.text("page.settings.code"), "№ " + programme.code()));
        facts.add(Block.Fact.of(words.text("page.settings.adopted"), words.date(programme.adopted())));
        facts.add(Block.Fact.of(words.text("page.settings.years"), programme.firstYear() + "–" + programme.lastYear()));
        facts.add(Block.Fact.of(
                words.text("page.settings.clauses"),
                words.number(programme.clauses().size())));
        programme.reports().forEach(r -> {
            facts.add(Block.Fact.of(words.text("page.settings.regions"), day(words, r.regions(), r.followingYear())));
            facts.add(Block.Fact.of(words.text("page.settings.ministry"), day(words, r.ministry(), r.followingYear())));
        });
        facts.add(Block.Fact.of(
                words.text("page.settings.official"),
                programme.official().stream()
                        .sorted()
                        .map(l -> words.text("page.settings.language." + l.tag()))
                        .collect(Collectors.joining(", "))));
        return Block.Card.of(words.text(programme.act()), new Block.Facts(facts));
    }

    private static String day(Words words, MonthDay day, boolean following) {
        String plain = day.getDayOfMonth() + " " + words.month(day.getMonthValue());
        return following ? words.text("page.settings.following", plain) : plain;
    }
}
