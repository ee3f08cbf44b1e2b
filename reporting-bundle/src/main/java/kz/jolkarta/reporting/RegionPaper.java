package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Words;

/** A region's report as an official letter to the ministry: figures in the order of the act, texts, money, districts. */
final class RegionPaper {
    private static final Set<Cell.State> REPORTED = Set.of(Cell.State.VALUE, Cell.State.ZERO, Cell.State.SUPPRESSED);

    private final PaperNames names;
    private final Words words;
    private final Printed printed;
    private final RegionReport report;
    private final List<Paper.Block> blocks = new ArrayList<>();
    private int section;

    private RegionPaper(PaperNames names, Printed printed) {
        this.names = names;
        this.words = names.words();
        this.printed = printed;
        this.report = printed.report();
    }

    static Paper of(PaperNames names, Printed printed) {
        return new RegionPaper(names, printed).paper();
    }

    private Paper paper() {
        LetterWords letter = new LetterWords(words);
        blocks.addAll(letter.unofficial());
        facts();
        section("report.paper.measures");
        TargetColumns targets = new TargetColumns(words, aims());
        blocks.add(measures(targets));
        targets.grounds().ifPresent(blocks::add);
        if (words.language() != Language.KK) {
            blocks.add(new Paper.Text(words.text("page.report.unofficial")));
        }
        texts();
        money();
        List<Paper.Block> districts = new DistrictTables(names).of(report);
        if (!districts.isEmpty()) {
            section("report.paper.districts");
            blocks.addAll(districts);
        }
        files();
        blocks.add(letter.end("report.paper.head-region"));
        return new Paper(
                words.language(),
                letter.head("report.paper.to-ministry", printed.frozen().isEmpty()),
                words.text("report.paper.region", names.region(report), String.valueOf(report.year())),
                blocks,
                footer());
    }

    private String footer() {
        return printed.frozen()
                .map(s -> words.text("report.paper.footer", words.number(s.revision()), s.hash()))
                .orElseGet(() -> words.text("report.paper.footer-draft", words.moment(printed.at())));
    }

    private void facts() {
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(new Paper.Fact(words.text("page.report.step.as-of"), words.date(report.asOf())));
        printed.frozen().ifPresent(s -> {
            facts.add(new Paper.Fact(words.text("page.report.revision"), words.number(s.revision())));
            facts.add(new Paper.Fact(words.text("page.report.submitted-at"), words.moment(s.submittedAt())));
            s.returnedAt()
                    .ifPresent(at ->
                            facts.add(new Paper.Fact(words.text("page.report.state.returned"), words.moment(at))));
        });
        blocks.add(new Paper.Facts(facts));
    }

    private void section(String key) {
        section++;
        blocks.add(new Paper.Heading(section + ". " + words.text(key)));
    }

    private Paper.Block measures(TargetColumns targets) {
        List<List<String>> rows = new ArrayList<>();
        Set<Integer> strong = new TreeSet<>();
        for (MeasureReport measure : report.measures()) {
            boolean told = measure.indicators().isEmpty() || !REPORTED.contains(measure.state());
            strong.add(rows.size());
            rows.add(targets.blank(List.of(
                    String.valueOf(measure.number()),
                    names.measure(measure),
                    "",
                    "",
                    told ? Shown.state(words, measure.state()) : "")));
            if (!measure.reason().isEmpty()) {
                String reason = words.text("page.report.reason", names.reason(measure.reason()));
                rows.add(targets.blank(List.of("", reason, "", "", "")));
            }
            int line = 0;
            for (IndicatorFigures figures : measure.indicators()) {
                line++;
                rows.add(targets.row(
                        List.of(
                                measure.number() + "." + line,
                                names.indicator(measure, figures),
                                words.text(figures.unit().label()),
                                names.before(printed.last(), measure, figures.code(), figures.unit()),
                                names.value(figures.unit(), figures.state(), figures.value())),
                        printed.targets().of(measure.code(), figures),
                        figures.value()));
            }
        }
        List<String> headings = List.of(
                words.text("report.column.number"),
                words.text("report.column.indicator"),
                words.text("report.column.unit"),
                words.text("report.column.before", String.valueOf(printed.last().year())),
                words.text("report.column.value"));
        return new Paper.Table(
                targets.headings(headings),
                targets.any() ? List.of(7, 27, 13, 13, 16, 14, 10) : List.of(8, 40, 13, 17, 22),
                rows,
                targets.any() ? Set.of(3, 4, 5, 6) : Set.of(3, 4),
                strong);
    }

    private List<YearTargets.Aim> aims() {
        return report.measures().stream()
                .flatMap(m -> m.indicators().stream().flatMap(i -> printed.targets().of(m.code(), i).stream()))
                .toList();
    }

    private void texts() {
        List<Paper.Block> written = new ArrayList<>();
        for (MeasureReport measure : report.measures()) {
            Optional.ofNullable(printed.texts().get(measure.code()))
                    .map(names::written)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> {
                        written.add(new Paper.Heading(names.heading(measure)));
                        written.add(new Paper.Text(text));
                    });
        }
        if (!written.isEmpty()) {
            section("report.paper.texts");
            blocks.addAll(written);
        }
    }

    /** What goes along with the letter, by name. */
    private void files() {
        List<List<String>> rows = new ArrayList<>();
        for (MeasureReport measure : report.measures()) {
            printed.files().stream()
                    .filter(f -> f.measure().equals(measure.code()))
                    .forEach(f -> rows.add(List.of(
                            String.valueOf(rows.size() + 1),
                            String.valueOf(measure.number()),
                            names.title(f),
                            f.name(),
                            words.text("report.attachment.size", words.number(f.kilobytes())))));
        }
        if (!rows.isEmpty()) {
            section("report.attachment.list");
            blocks.add(new Paper.Table(
                    Stream.of("ordinal", "number", "title", "file", "size")
                            .map(c -> words.text("report.attachment.column." + c))
                            .toList(),
                    List.of(6, 10, 46, 26, 12),
                    rows,
                    Set.of(4),
                    Set.of()));
        }
    }

    private void money() {
        List<List<String>> rows = new ArrayList<>();
        for (MeasureReport measure : report.measures()) {
            measure.money().forEach(m -> rows.add(money(String.valueOf(measure.number()), names.measure(measure), m)));
        }
        if (rows.isEmpty()) {
            return;
        }
        Set<Integer> strong = new TreeSet<>();
        for (MoneyFigures sum : MoneySums.of(report.measures().stream().flatMap(m -> m.money().stream()))) {
            strong.add(rows.size());
            rows.add(money("", words.text("report.money.total"), sum));
        }
        section("page.report.money");
        blocks.add(new Paper.Table(
                Stream.of("number", "measure", "source", "planned", "spent")
                        .map(c -> words.text("report.column." + c))
                        .toList(),
                List.of(6, 30, 20, 22, 22),
                rows,
                Set.of(3, 4),
                strong));
    }

    private List<String> money(String number, String name, MoneyFigures money) {
        return List.of(number, name, names.source(money), names.planned(money.planned()), words.money(money.spent()));
    }
}
