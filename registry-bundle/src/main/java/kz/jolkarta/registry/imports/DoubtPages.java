package kz.jolkarta.registry.imports;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doubtful rows of lists on pages: those that wait, and one beside the child it may be. */
@Path("doubtful")
@Component(service = Pages.class)
public final class DoubtPages implements Pages {
    static final String LIST = "/doubtful";
    private static final int ROWS = 25;
    private static final int LISTS = 50;
    private static final List<Column> NAMES = List.of(Column.SURNAME, Column.GIVEN_NAME, Column.PATRONYMIC);

    private final Doubts doubts;
    private final Imports imports;
    private final TerritoryChoice territories;
    private final OfficeClock clock;

    @Activate
    public DoubtPages(
            @Reference Doubts doubts,
            @Reference Imports imports,
            @Reference TerritoryChoice territories,
            @Reference OfficeClock clock) {
        this.imports = imports;
        this.clock = clock;
        this.doubts = doubts;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_IMPORT)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        OptionalLong batch = Params.number("import", address.value("import")).stream()
                .mapToLong(Long::longValue)
                .findFirst();
        String after = address.value("after");
        List<Doubts.Doubt> found = doubts.open(
                caller.user(), batch, after.isEmpty() ? 0 : ImportResource.number("after", after), ROWS + 1);
        List<Doubts.Doubt> shown = found.subList(0, Math.min(ROWS, found.size()));
        String next = found.size() > ROWS ? String.valueOf(shown.get(ROWS - 1).id()) : "";
        List<Field> fields = address.filled(
                List.of(Field.choice("import", words.text("page.doubtful.import"), lists(caller, words, address))));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("import.column.birth-date")),
                                Table.Column.of(words.text("page.doubtful.why")),
                                Table.Column.of(words.text("page.doubtful.list-and-row"))),
                        shown.stream().map(d -> line(d, words)).toList())
                .caption(words.text("page.doubtful.title"))
                .pages(address.previous(), address.next(next))
                .exports(address.files("/api/doubtful"))
                .empty(words.text("page.doubtful.none"));
        return View.of(words.text("page.doubtful.title"), filters, table)
                .lead(words.text("page.doubtful.lead"))
                .up(words.text("page.imports.title"), ImportPages.LIST);
    }

    /** The latest lists, and the one that is shown. */
    private List<Field.Option> lists(Caller caller, Words words, Address address) {
        List<Field.Option> options =
                new ArrayList<>(imports.list(caller.user(), ImportFilter.ALL, "", LISTS).items().stream()
                        .map(l -> new Field.Option(
                                String.valueOf(l.batch().id()),
                                ImportView.name(l.batch(), words) + " · "
                                        + words.moment(l.batch().created())))
                        .toList());
        String shown = address.value("import");
        if (!shown.isEmpty() && options.stream().noneMatch(o -> o.value().equals(shown))) {
            options.add(new Field.Option(shown, shown));
        }
        return options;
    }

    private static Table.Line line(Doubts.Doubt doubt, Words words) {
        return Table.Line.of(
                Cell.link(called(doubt, words), LIST + "/" + doubt.id()),
                Cell.of(doubt.cells().getOrDefault(Column.BIRTH_DATE.code(), "")),
                Cell.of(words.text("import.evidence." + doubt.evidence())),
                Cell.link(list(doubt, words), ImportPages.LIST + "/" + doubt.batch()));
    }

    private static String list(Doubts.Doubt doubt, Words words) {
        return words.text("page.doubtful.list-row", String.valueOf(doubt.batch()), words.number(doubt.row()));
    }

    private static String called(Doubts.Doubt doubt, Words words) {
        String name = fullName(doubt.cells());
        return name.isEmpty() ? words.text("page.doubtful.row", words.number(doubt.row())) : name;
    }

    static String fullName(Map<String, String> cells) {
        return cells.containsKey(Column.FULL_NAME.code())
                ? cells.get(Column.FULL_NAME.code())
                : NAMES.stream()
                        .map(c -> cells.getOrDefault(c.code(), ""))
                        .filter(n -> !n.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_IMPORT)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Doubts.Doubt doubt = doubts.find(caller.user(), id);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Notice.of(Tone.RUN, words.text("import.evidence." + doubt.evidence())));
        boolean inReach = !doubt.child().isEmpty();
        if (!inReach) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.doubtful.outside")));
        }
        String settle = LIST + "/" + id;
        Action different =
                Action.post(words.text("page.doubtful.different"), settle).with("decision", "different");
        Action discard =
                Action.danger(words.text("page.doubtful.discard"), settle).with("decision", "discard");
        Action same =
                Action.postPrimary(words.text("page.doubtful.same"), settle).with("decision", "same");
        blocks.add(new Block.Comparison(
                list(doubt, words),
                words.text("page.doubtful.known"),
                compared(doubt, words),
                inReach ? List.of(same, different, discard) : List.of(different, discard)));
        blocks.add(new Block.Paragraph(words.text("page.doubtful.what-follows")));
        View view = View.of(called(doubt, words), blocks).up(words.text("page.doubtful.title"), LIST);
        return inReach
                ? view.actions(Action.go(words.text("page.doubtful.open-child"), "/children/" + doubt.childId()))
                : view;
    }

    /** What both say, and what only the row says; the differing first. */
    private List<Block.Compared> compared(Doubts.Doubt doubt, Words words) {
        Map<String, String> known = new LinkedHashMap<>(doubt.child());
        if (doubt.cells().containsKey(Column.FULL_NAME.code()) && !known.isEmpty()) {
            known.put(Column.FULL_NAME.code(), fullName(known));
            NAMES.forEach(name -> known.remove(name.code()));
        }
        return Stream.of(Column.values())
                .filter(c -> doubt.cells().containsKey(c.code()) || known.containsKey(c.code()))
                .map(c -> compared(c, doubt.cells().getOrDefault(c.code(), ""), known, words))
                .sorted(Comparator.comparing(c -> !c.differs()))
                .toList();
    }

    private Block.Compared compared(Column column, String given, Map<String, String> known, Words words) {
        boolean both = known.containsKey(column.code()) && !given.isEmpty();
        String left = shown(column, given, words);
        String right = shown(column, known.getOrDefault(column.code(), ""), words);
        return new Block.Compared(words.text(column.key()), left, right, both && !left.equalsIgnoreCase(right));
    }

    private String shown(Column column, String text, Words words) {
        if (text.isEmpty()) {
            return "";
        }
        return switch (column) {
            case BIRTH_DATE ->
                Dates.read(text, clock.today())
                        .map(Dates.Day::date)
                        .map(words::date)
                        .orElse(text);
            case TERRITORY -> territories.name(words, text);
            default -> text;
        };
    }

    @POST
    @Path("{id}")
    @Needs(Right.CHILDREN_IMPORT)
    public Response settle(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    String decision = input.first("decision");
                    doubts.settle(caller.user(), id, decision);
                    return Answer.to(LIST, "page.doubtful.done." + decision);
                },
                problem -> {
                    View view = open(caller, words, id);
                    List<Block> blocks =
                            new ArrayList<>(List.of(Block.Notice.of(Tone.LATE, words.text(problem.message()))));
                    blocks.addAll(view.blocks());
                    return View.of(view.title(), blocks)
                            .up(words.text("page.doubtful.title"), LIST)
                            .actions(view.actions());
                });
    }
}
