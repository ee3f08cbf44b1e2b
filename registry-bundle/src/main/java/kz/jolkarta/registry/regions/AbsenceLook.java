package kz.jolkarta.registry.regions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.regions.RegionMeasures.InRegion;
import kz.jolkarta.registry.regions.RegionMeasures.Span;

/**
 * What pages about measures that a region does not carry out look like.
 *
 * @param name of the region
 * @param manages whether the reader may set, change and withdraw them
 */
record AbsenceLook(Words words, String region, String name, LocalDate today, boolean manages) {
    String href() {
        return RegionAbsencePages.href(region);
    }

    /** A region has a few spans, so that all of them fit one page. */
    View list(List<InRegion> all, Address address) {
        Optional<Integer> year = Params.year("year", address.value("year"));
        String only = address.value("measure");
        boolean down = Params.down("from", address.value("sort"));
        List<Span> spans = all.stream()
                .filter(m -> only.isEmpty() || m.measure().code().equals(only))
                .flatMap(m -> m.absences().stream().map(a -> new Span(m.measure(), a)))
                .filter(s -> year.map(y -> s.absence().touches(y)).orElse(true))
                .sorted(order(down))
                .toList();
        List<Field> fields = address.filled(List.of(
                Field.choice("measure", words.text("page.absences.measure"), measures(all)),
                Field.number("year", words.text("record.heading.year"))));
        Filters filters = Filters.of(
                        href(),
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), href()),
                        fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.absences.measure")),
                                address.usually("from")
                                        .sortable(Table.Column.of(words.text("record.heading.from")), "from"),
                                Table.Column.of(words.text("record.heading.to")),
                                Table.Column.of(words.text("record.heading.reason")),
                                Table.Column.of(words.text("record.heading.state"))),
                        spans.stream().map(this::line).toList())
                .caption(words.text("page.absences.title"))
                .exports(address.files("/api" + href()));
        table = filters.active().isEmpty()
                ? table.empty(words.text("page.absences.none"), acts())
                : table.empty(words.text("page.absences.none-found"), filters.reset());
        return View.of(words.text("page.absences.title"), filters, table)
                .lead(words.text("page.absences.lead", name))
                .up(words.text("page.absences.reports"), "/reports")
                .actions(acts());
    }

    private static java.util.Comparator<Span> order(boolean down) {
        java.util.Comparator<Span> byDay =
                java.util.Comparator.comparing(s -> s.absence().from());
        return (down ? byDay.reversed() : byDay)
                .thenComparing(s -> s.measure().clause().number());
    }

    private Action[] acts() {
        return manages
                ? new Action[] {
                    Action.primary(words.text("page.absences.new"), href() + "/new")
                            .icon("plus")
                }
                : new Action[0];
    }

    private List<Field.Option> measures(List<InRegion> all) {
        return all.stream()
                .map(m -> new Field.Option(m.measure().code(), measure(m.measure())))
                .toList();
    }

    private String measure(Installed measure) {
        return measure.clause().number() + ". " + words.text(measure.clause().name());
    }

    private Table.Line line(Span span) {
        RegionAbsence absence = span.absence();
        String called = measure(span.measure());
        return Table.Line.of(
                manages ? Cell.link(called, href() + "/" + absence.id()) : Cell.of(called),
                Cell.of(words.date(absence.from())),
                Cell.of(absence.to() == null ? words.text("page.absences.open") : words.date(absence.to())),
                Cell.of(absence.reason()),
                Cell.badge(state(absence)));
    }

    private Badge state(RegionAbsence absence) {
        if (absence.over(today)) {
            return Badge.of(words.text("page.absences.over"), Tone.NONE);
        }
        return absence.from().isAfter(today)
                ? Badge.of(words.text("page.absences.to-come"), Tone.PLAIN)
                : Badge.of(words.text("page.absences.now"), Tone.RUN);
    }

    /** @param chosen code of the measure the form begins with, "" for none */
    Form form(List<InRegion> all, String chosen) {
        Field measure = Field.choice("measure", words.text("page.absences.measure"), measures(all))
                .require();
        return Form.of(
                        href(),
                        words.text("page.absences.save"),
                        Stream.concat(
                                        Stream.of(chosen.isEmpty() ? measure : measure.value(chosen)),
                                        fields(Optional.empty()))
                                .toList())
                .cancel(href());
    }

    private Stream<Field> fields(Optional<RegionAbsence> now) {
        return Stream.of(
                Field.date("from", words.text("page.absences.first-day"))
                        .value(now.map(RegionAbsence::from))
                        .require(),
                Field.date("to", words.text("record.heading.last-day"))
                        .value(now.map(RegionAbsence::to))
                        .help(words.text("page.absences.to-help")),
                Field.lines("reason", words.text("record.heading.reason"))
                        .value(now.map(RegionAbsence::reason))
                        .help(words.text("page.absences.reason-help"))
                        .require());
    }

    View fresh(Form form) {
        return View.of(words.text("page.absences.new"), form)
                .lead(words.text("page.absences.new-lead"))
                .up(words.text("page.absences.title"), href());
    }

    Form form(Span span) {
        RegionAbsence now = span.absence();
        return Form.of(
                        href() + "/" + now.id(),
                        words.text("page.absences.save"),
                        Stream.concat(
                                        Stream.of(
                                                Field.hidden(FormInput.VERSION, now.version()),
                                                Field.hidden("measure", now.measure())),
                                        fields(Optional.of(now)))
                                .toList())
                .cancel(href());
    }

    View open(Span span, Form form) {
        RegionAbsence now = span.absence();
        List<Block> blocks = now.over(today)
                ? List.of(Block.Notice.of(Tone.NONE, words.text("region.absence-over", words.date(now.to()))))
                : List.of(
                        form,
                        Block.Card.of(
                                words.text("page.absences.withdrawal"),
                                new Block.Paragraph(words.text("page.absences.withdrawal-lead")),
                                Block.Buttons.of(Action.danger(
                                                words.text("page.absences.withdraw"), form.action() + "/withdrawal")
                                        .with(FormInput.VERSION, now.version()))));
        return View.of(measure(span.measure()), blocks)
                .lead(words.text("page.absences.lead", name))
                .up(words.text("page.absences.title"), href());
    }
}
