package kz.jolkarta.registry.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.categories.Endings;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.duplicates.Pairs;
import kz.jolkarta.registry.imports.Doubts;
import kz.jolkarta.registry.residence.Transfers;
import kz.jolkarta.registry.roadmaps.RoadMapApprovals;
import kz.jolkarta.registry.roadmaps.RoadMapFilter;
import kz.jolkarta.registry.tasks.Tasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What waits for a coordinator and for who approves, in figures on the home page; each opens its list. */
@Component(service = PagePart.class)
public final class DutiesPart implements PagePart {
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private final ApplicationMonths applications;
    private final Tasks tasks;
    private final Doubts doubts;
    private final Pairs pairs;
    private final Endings endings;
    private final Transfers transfers;
    private final Children children;
    private final RoadMapApprovals approvals;
    private final Wording wording;
    private final OfficeClock clock;

    @Activate
    public DutiesPart(
            @Reference Database database,
            @Reference Tasks tasks,
            @Reference Doubts doubts,
            @Reference Pairs pairs,
            @Reference Endings endings,
            @Reference Transfers transfers,
            @Reference Children children,
            @Reference RoadMapApprovals approvals,
            @Reference Wording wording,
            @Reference OfficeClock clock) {
        this.applications = new ApplicationMonths(database, clock);
        this.tasks = tasks;
        this.doubts = doubts;
        this.pairs = pairs;
        this.endings = endings;
        this.transfers = transfers;
        this.children = children;
        this.approvals = approvals;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.HOME;
    }

    @Override
    public int order() {
        return 20;
    }

    /** Nothing for who works over the whole country, whose daily work these are not and for whom counting takes long. */
    @Override
    public List<Block> blocks(Caller caller, String subject) {
        User user = caller.user();
        if (!user.has(Right.CHILDREN_READ) || user.scope(Right.CHILDREN_READ).isCountry()) {
            return List.of();
        }
        Words words = wording.of(caller);
        List<Block.Tile> tiles = new ArrayList<>();
        if (user.has(Right.AWARDS_APPROVE)) {
            tiles.add(tile(
                    words,
                    "maps-agreed",
                    "/road-maps?state=agreed",
                    "check",
                    () -> approvals.agreed(user, RoadMapFilter.ALL)));
        }
        if (user.has(Right.CHILDREN_WRITE)) {
            coordinating(words, user).forEach(tiles::add);
            applications.tile(words, user.scope(Right.CHILDREN_READ)).ifPresent(tiles::add);
        }
        return tiles.isEmpty() ? List.of() : List.of(new Block.Tiles(tiles));
    }

    private Stream<Block.Tile> coordinating(Words words, User user) {
        LocalDate week = clock.today().plusDays(WEEK);
        return Stream.of(
                        Stream.of(tile(
                                words,
                                "tasks",
                                "/tasks?state=open&dueTo=" + week,
                                "clock-hour-4",
                                () -> tasks.due(user, week))),
                        user.has(Right.CHILDREN_IMPORT)
                                ? Stream.of(
                                        tile(words, "doubtful", "/doubtful", "user-search", () -> doubts.waiting(user)))
                                : Stream.<Block.Tile>empty(),
                        Stream.of(
                                tile(
                                        words,
                                        "transfers",
                                        "/transfers?waiting=true",
                                        "route",
                                        () -> transfers.waiting(user)),
                                tile(words, "duplicates", "/duplicates", "copy", () -> pairs.waiting(user)),
                                tile(
                                        words,
                                        "categories",
                                        "/categories-ending?days=" + MONTH,
                                        "file-alert",
                                        () -> endings.count(user, MONTH)),
                                children(words, user, "maps-overdue", "roadMap", "overdue", "route"),
                                children(words, user, "maps-none", "roadMap", "none", "route"),
                                children(words, user, "coordinator", "coordinator", "none", "user-off")))
                .flatMap(tiles -> tiles);
    }

    private Block.Tile children(Words words, User user, String name, String filter, String value, String icon) {
        Map<String, String> wanted = Map.of(filter, value, "state", "active");
        String href = "/children?state=active&" + filter + "=" + value;
        return tile(words, name, href, icon, () -> children.count(user, ChildQuery.of(wanted)));
    }

    private static Block.Tile tile(Words words, String name, String href, String icon, LongSupplier count) {
        long number = count.getAsLong();
        return new Block.Tile(
                words.text("page.duties." + name),
                words.number(number),
                words.text("page.duties." + name + ".note"),
                href,
                number == 0 ? Tone.OK : Tone.RUN,
                icon);
    }
}
