package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why a number is what it is: the rule in words, what it adds up from, and by right the rows behind it. */
@Component(service = WhyPanel.class)
public final class WhyPanel {
    /** Parameter with the measure and the indicator, a slash between them. */
    static final String WHY = "why";

    /** Parameter with the place that the number stands for; none for the whole. */
    static final String PLACE = "place";

    private static final String ANCHOR = "why";

    private final KnownReports reports;
    private final RowsBehind rows;
    private final Archive archive;
    private final Targets targets;

    @Activate
    public WhyPanel(
            @Reference KnownReports reports,
            @Reference RowsBehind rows,
            @Reference Archive archive,
            @Reference Targets targets) {
        this.reports = reports;
        this.rows = rows;
        this.archive = archive;
        this.targets = targets;
    }

    /** The address that opens the panel. @param place "" for the whole */
    static String href(Address address, String measure, String indicator, String place) {
        return address.without("after")
                        .with(WHY, measure + "/" + indicator)
                        .with(PLACE, place)
                        .href()
                + "#" + ANCHOR;
    }

    /** The panel that the address asks for; nothing when it asks for none. @param whole KATO code of what the page is about, "" for all */
    Optional<Block> block(User user, Words words, Address address, String year, String whole) {
        String[] asked = address.value(WHY).split("/", -1);
        if (asked.length != 2) {
            return Optional.empty();
        }
        String place = address.value(PLACE);
        String territory = place.isEmpty() ? whole : place;
        MeasureFigures figures = reports.measure(user, words.language(), asked[0], year, territory)
                .answer();
        IndicatorFigures found = figures.indicators().stream()
                .filter(i -> i.code().equals(asked[1]))
                .findFirst()
                .orElseThrow(Problem::notFound);
        List<Block> behind = new ArrayList<>();
        if (found.state() == Cell.State.VALUE || found.state() == Cell.State.SUPPRESSED) {
            behind.add(rows(user, words, address, figures, found, territory));
        }
        if (rowsAreShown(behind)) {
            String href = YearRowPages.href(figures.measure(), found.code(), figures.year(), territory);
            behind.add(Block.Buttons.of(Action.link(words.text("page.years.link"), href)));
        }
        String value = Shown.value(words, found);
        List<String> lines = arithmetic(words, figures, found);
        targets.beside(user, figures.year(), figures.territory())
                .of(figures.measure(), found)
                .ifPresent(aim -> lines.add(words.text(
                        "page.target.why",
                        Shown.target(words, aim, found.value()),
                        Shown.ground(words, aim.ground()))));
        lines.addAll(entered(user, words, figures, found));
        return Optional.of(
                new Block.Why(ANCHOR, words.text("page.why.title", value), value, found.rule(), lines, behind));
    }

    private static boolean rowsAreShown(List<Block> behind) {
        return behind.stream().anyMatch(Table.class::isInstance);
    }

    /** What was entered of the figure's year and of the year before, by whom and from where; of regions as a whole. */
    private List<String> entered(User user, Words words, MeasureFigures figures, IndicatorFigures found) {
        List<String> lines = new ArrayList<>();
        if (!figures.territory().endsWith("0000000")) {
            return lines;
        }
        for (int year : List.of(figures.year(), figures.year() - 1)) {
            Entered entered = archive.entered(user, year, figures.territory());
            entered.find(figures.measure(), found.code())
                    .ifPresent(f -> lines.add(words.text(
                            "page.archive.why",
                            String.valueOf(year),
                            Shown.value(words, f.unit(), f.state(), f.value()),
                            entered.of(figures.measure())
                                    .flatMap(ArchiveEntry::source)
                                    .map(s -> ArchiveWords.source(words, s))
                                    .orElse(""))));
        }
        return lines;
    }

    private static List<String> arithmetic(Words words, MeasureFigures figures, IndicatorFigures found) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("page.why.indicator", found.name()));
        List<IndicatorFigures.Place> parts = found.districts().stream()
                .filter(d -> d.value().filter(v -> v.signum() != 0).isPresent() || d.state() == Cell.State.SUPPRESSED)
                .toList();
        if (parts.size() > 1) {
            parts.forEach(d -> lines.add(d.name() + ": " + Shown.value(words, found.unit(), d.state(), d.value())));
            BigDecimal sum = parts.stream().flatMap(d -> d.value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (found.value().filter(v -> v.compareTo(sum) == 0).isPresent()) {
                lines.add(words.text("page.why.sum", Shown.value(words, found)));
            }
        }
        lines.add(words.text("page.why.as-of", words.date(figures.asOf())));
        if (!figures.reason().isEmpty()) {
            lines.add(figures.reason());
        }
        return lines;
    }

    private Block rows(
            User user, Words words, Address address, MeasureFigures figures, IndicatorFigures found, String territory) {
        RowsBehind.Listing listing;
        try {
            listing = rows.page(
                    user,
                    words.language(),
                    new RowsBehind.Question(
                            figures.measure(),
                            found.code(),
                            String.valueOf(figures.year()),
                            territory,
                            "",
                            address.value("after")));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            return Block.Notice.of(Tone.NONE, words.text("page.why.no-right"));
        }
        return RowTable.of(words, user, figures.measure(), listing)
                .caption(words.text("page.why.rows"))
                .pages(anchored(address.previous()), anchored(address.next(listing.next())))
                .empty(words.text("page.why.empty"));
    }

    private static String anchored(String href) {
        return href.isEmpty() ? "" : href + "#" + ANCHOR;
    }
}
