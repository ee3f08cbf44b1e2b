package kz.jolkarta.core.internal.measure;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.OwnPage;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.PageParts;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One measure: its passport, what bundles tell of it, and what it tells itself. */
@Path("measures/{code}")
@Component(service = kz.jolkarta.core.pages.Pages.class)
public final class MeasurePages implements kz.jolkarta.core.pages.Pages {
    private final Measures measures;
    private final Pages own;
    private final PageParts parts;
    private final HealthBoard health;
    private final OfficeClock clock;

    @Activate
    public MeasurePages(
            @Reference Measures measures,
            @Reference Pages own,
            @Reference PageParts parts,
            @Reference HealthBoard health,
            @Reference OfficeClock clock) {
        this.measures = measures;
        this.own = own;
        this.parts = parts;
        this.health = health;
        this.clock = clock;
    }

    @GET
    @Open
    public View measure(@Context Caller caller, @Context Words words, @PathParam("code") String code) {
        Installed measure = measures.require(code);
        Clause clause = measure.clause();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.text(clause.text())));
        blocks.add(new Block.Facts(ClausePassport.facts(words, clause)));
        blocks.addAll(parts.blocks(PagePart.Place.MEASURE, caller, code));
        Optional.ofNullable(health.points(caller, words).get(code))
                .ifPresent(points -> blocks.add(HealthBoard.card(words, points)));
        own.of(code).stream()
                .filter(p -> caller.user().has(p.page().needs()))
                .map(p -> card(caller, words, code, p))
                .forEach(blocks::add);
        View view = View.of(words.text("page.measures.name", clause.number(), clause.name()), blocks)
                .up(words.text("page.measures.title"), "/measures");
        return words.language() == Language.KK ? view : view.lead(clause.name().in(Language.KK));
    }

    /** An own page on the measure's page; one that fails costs only itself. */
    private Block card(Caller caller, Words words, String code, Pages.Own page) {
        String title = words.text(code + ".page." + page.code());
        String href = "/measures/" + code + "/pages/" + page.code();
        List<Block> blocks;
        try {
            blocks = blocks(caller, words, page.page(), clock.today().getYear());
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException | LinkageError broken) {
            blocks = List.of(Block.Notice.of(Tone.LATE, words.text("page.own.broken")));
        }
        return Block.Card.of(title, blocks).actions(Action.link(words.text("page.own.open"), href));
    }

    private static List<Block> blocks(Caller caller, Words words, OwnPage page, int year) {
        return new OwnPageBlocks(words).of(page.content(caller.user().require(page.needs()), year));
    }

    @GET
    @Path("pages/{page}")
    @Open
    public View own(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("page") String pageCode,
            @QueryParam("year") String year) {
        Installed measure = measures.require(code);
        OwnPage page = own.find(code, pageCode).orElseThrow(Problem::notFound);
        int of = OwnPageYear.of(year, clock);
        List<Block> blocks = Stream.concat(
                        Stream.of(years(words, code, pageCode, of)), blocks(caller, words, page, of).stream())
                .toList();
        return View.of(words.text(code + ".page." + pageCode), blocks)
                .up(words.text(measure.clause().name()), "/measures/" + code);
    }

    private Block years(Words words, String code, String page, int of) {
        String href = "/measures/" + code + "/pages/" + page + "?year=";
        Optional<Action> next = of < clock.today().getYear()
                ? Optional.of(Action.go(String.valueOf(of + 1), href + (of + 1)))
                : Optional.empty();
        return new Block.Buttons(Stream.concat(
                        Stream.of(
                                Action.go(String.valueOf(of - 1), href + (of - 1)),
                                Action.link(words.text("page.own.year", String.valueOf(of)), href + of)),
                        next.stream())
                .toList());
    }
}
