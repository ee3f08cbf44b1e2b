package kz.jolkarta.core.internal.measure;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.internal.profile.NodeProfile;
import kz.jolkarta.core.internal.profile.NodeProfile.Offer;
import kz.jolkarta.core.internal.profile.PlugWork;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue: every clause with its passport, installed or not, and the centres. */
@Path("measures")
@Component(service = kz.jolkarta.core.pages.Pages.class)
public final class CataloguePages implements kz.jolkarta.core.pages.Pages {
    private final Programmes programmes;
    private final Measures measures;
    private final NodeProfile profile;
    private final PlugWork work;
    private final NodeSettings settings;
    private final HealthBoard health;

    @Activate
    public CataloguePages(
            @Reference Programmes programmes,
            @Reference Measures measures,
            @Reference NodeProfile profile,
            @Reference PlugWork work,
            @Reference NodeSettings settings,
            @Reference HealthBoard health) {
        this.programmes = programmes;
        this.measures = measures;
        this.profile = profile;
        this.work = work;
        this.settings = settings;
        this.health = health;
    }

    @GET
    @Open
    public View catalogue(@Context Caller caller, @Context Words words) {
        boolean manages = caller.user().has(Right.MEASURES_MANAGE);
        Map<Integer, Offer> offers =
                profile.measures().stream().collect(Collectors.toMap(Offer::number, Function.identity()));
        Map<String, List<Block.Row>> points = health.points(caller, words);
        List<Block> blocks = new ArrayList<>();
        work.state().filter(s -> manages).ifPresent(s -> blocks.add(state(words, s)));
        for (Programme programme : programmes.all()) {
            if (!programme.official().contains(words.language())) {
                blocks.add(new Block.Paragraph(words.text("programme.unofficial")));
            }
            programme.clauses().stream()
                    .map(c -> passport(caller, words, c, offer(offers, c), points))
                    .forEach(blocks::add);
        }
        Set<String> known = programmes.all().stream()
                .flatMap(p -> p.clauses().stream())
                .map(Clause::code)
                .collect(Collectors.toSet());
        measures.installed().stream()
                .map(Installed::clause)
                .filter(c -> !known.contains(c.code()))
                .map(c -> passport(caller, words, c, Optional.empty(), points))
                .forEach(blocks::add);
        if (manages) {
            blocks.add(centres(caller, words));
            if (work.may(caller.user(), PlugWork.Thing.FILE, 0)) {
                blocks.add(Block.Card.of(
                                words.text("page.plugs.file.title"),
                                new Block.Paragraph(words.text("page.plugs.file.lead")),
                                Block.Buttons.of(Action.go(words.text("page.plugs.file.open"), KarPages.HERE)))
                        .at("file"));
            }
            rejected(words).ifPresent(blocks::add);
        }
        long installed = measures.installed().size();
        View view = View.of(words.text("page.measures.title"), blocks)
                .lead(words.text("page.measures.lead", words.number(installed)));
        boolean running = work.state().filter(s -> s.ended().isEmpty()).isPresent();
        return manages && running ? view.refresh(1) : view;
    }

    /** What is shipped are the measures of № 997; another programme's numbers are its own. */
    private static Optional<Offer> offer(Map<Integer, Offer> offers, Clause clause) {
        return clause.programme().equals(Resolution997.programme().code())
                ? Optional.ofNullable(offers.get(clause.number()))
                : Optional.empty();
    }

    private Block state(Words words, PlugWork.State state) {
        String title = state.thing() == PlugWork.Thing.FILE
                ? words.text("page.plugs.title." + (state.install() ? "install" : "remove") + ".file", state.name())
                : PlugWords.title(words, settings, state.install(), state.thing(), Integer.parseInt(state.name()));
        if (state.ended().isEmpty()) {
            return new Block.Progress(title, 0, 0, words.text("page.plugs.running"), List.of());
        }
        return state.failure()
                .map(f -> new Block.Notice(Tone.LATE, title, words.text(f), List.of()))
                .orElseGet(() -> new Block.Notice(
                        Tone.OK,
                        title,
                        words.text("page.plugs.done", words.time(state.ended().get())),
                        List.of()));
    }

    private Block passport(
            Caller caller, Words words, Clause clause, Optional<Offer> offer, Map<String, List<Block.Row>> points) {
        Optional<Installed> installed = measures.find(clause.code());
        List<Badge> badges = new ArrayList<>();
        badges.add(
                installed.isPresent()
                        ? Badge.of(words.text("page.measures.installed"), Tone.OK, "check")
                        : Badge.of(words.text("page.measures.not-installed"), Tone.NONE));
        Optional.ofNullable(points.get(clause.code()))
                .map(p -> HealthBoard.badge(words, p))
                .ifPresent(badges::add);
        if (clause.ministry()) {
            badges.add(Badge.of(words.text("page.measures.ministry"), Tone.PLAIN));
        }
        List<Action> actions = new ArrayList<>();
        if (installed.isPresent()) {
            actions.add(Action.go(words.text("page.measures.open"), "/measures/" + clause.code()));
        }
        offer.filter(o -> o.installed() == installed.isPresent())
                .filter(o -> work.may(caller.user(), PlugWork.Thing.MEASURE, o.number()))
                .ifPresent(o -> actions.add(Action.go(
                        words.text(o.installed() ? "page.measures.remove" : "page.measures.install"),
                        "/plugs/measure/" + o.number())));
        boolean kazakh = words.language() == Language.KK;
        return new Block.Passport(
                String.valueOf(clause.number()),
                ClausePassport.icon(clause),
                words.text(clause.name()),
                installed.isPresent() ? "/measures/" + clause.code() : "",
                clause.name().in(kazakh ? Language.RU : Language.KK),
                kazakh ? "ru" : "kk",
                ClausePassport.facts(words, clause),
                badges,
                actions,
                List.of(Block.Disclosure.of(
                        words.text("page.measures.more"),
                        Stream.concat(
                                        Stream.of(new Block.Paragraph(words.text(clause.text()))),
                                        installed.stream().map(m -> holds(words, m)))
                                .toArray(Block[]::new))));
    }

    /** What a measure records, by its own names. */
    private static Block holds(Words words, Installed measure) {
        String code = measure.code();
        List<Block.Fact> facts = new ArrayList<>();
        fact(words, facts, "activities", measure.activities().stream().map(a -> code + ".activity." + a.code()));
        fact(words, facts, "awards", measure.awards().stream().map(a -> code + ".award." + a.code()));
        fact(words, facts, "deliverables", measure.deliverables().stream().map(d -> code + ".deliverable." + d.code()));
        fact(words, facts, "indicators", measure.indicators().stream().map(i -> code + ".indicator." + i.code()));
        facts.add(Block.Fact.of(words.text("page.measures.version"), measure.bundle() + " " + measure.version()));
        return new Block.Facts(facts);
    }

    private static void fact(Words words, List<Block.Fact> facts, String kind, Stream<String> keys) {
        String names = keys.map(words::text).collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            facts.add(Block.Fact.of(words.text("page.measures.holds." + kind), names));
        }
    }

    private Block centres(Caller caller, Words words) {
        List<Block.Row> rows = profile.centres().stream()
                .map(o -> centre(words, o, work.may(caller.user(), PlugWork.Thing.CENTRE, o.number())))
                .toList();
        return Block.Card.of(
                        words.text("page.measures.centres"),
                        new Block.Rows(rows, words.text("page.measures.no-centres")))
                .at("centres");
    }

    private Block.Row centre(Words words, Offer offer, boolean may) {
        Block.Row row = Block.Row.of(
                "building-community",
                offer.installed() ? Tone.OK : Tone.NONE,
                PlugWords.region(words, settings, offer.number()),
                words.text(offer.installed() ? "page.measures.installed" : "page.measures.not-installed"),
                offer.installed() ? "/organisations?kind=centre&territory=" + PlugWords.code(offer.number()) : "");
        return may
                ? row.actions(Action.go(
                        words.text(offer.installed() ? "page.measures.remove" : "page.measures.install"),
                        "/plugs/centre/" + offer.number()))
                : row;
    }

    private Optional<Block> rejected(Words words) {
        List<Block.Row> rows = measures.rejected().stream()
                .map(r -> Block.Row.of("alert-triangle", Tone.LATE, r.bundle(), words.text(r.reason()), ""))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.Card.of(words.text("page.measures.rejected"), new Block.Rows(rows, ""))
                        .mark());
    }
}
