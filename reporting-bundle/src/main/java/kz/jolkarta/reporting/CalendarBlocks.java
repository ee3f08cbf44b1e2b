package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** How the calendar of reports looks. */
record CalendarBlocks(Words words) {
    static String href(Term term) {
        return ReportCalendarPages.CALENDAR + "/" + term.programme() + "/" + Json.name(term.period()) + "/"
                + Json.name(term.reporter());
    }

    private String name(Term term) {
        return words.text("report.reporter." + Json.name(term.reporter()));
    }

    private String period(Term term) {
        return words.text("report.period." + Json.name(term.period()));
    }

    private String weekend(Term term) {
        return words.text("report.weekend." + Json.name(term.weekend()));
    }

    private String ground(Term term) {
        return term.order()
                .map(o -> words.text(
                        "page.calendar.order", o, words.date(term.orderDate().orElseThrow())))
                .orElseGet(() -> words.text("page.calendar.act", term.programme()));
    }

    private String day(MonthDay day) {
        return day.getDayOfMonth() + " " + words.month(day.getMonthValue());
    }

    private String due(Term term) {
        return term.following() ? words.text("page.calendar.following", day(term.due())) : day(term.due());
    }

    private String lock(Optional<String> day) {
        return day.orElseGet(() -> words.text("page.calendar.never"));
    }

    View year(int year, List<ReportCalendar.Entry> entries, boolean changes) {
        List<Table.Line> lines = entries.stream()
                .map(e -> Table.Line.of(
                        Cell.link(name(e.term()), href(e.term())),
                        Cell.of("№ " + e.term().programme() + ", " + period(e.term())),
                        Cell.number(words.date(e.due().day())),
                        Cell.number(lock(e.due().lock().map(words::date))),
                        Cell.of(weekend(e.term())),
                        Cell.of(ground(e.term()))))
                .toList();
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.calendar.reporter")),
                                Table.Column.of(words.text("page.calendar.period")),
                                Table.Column.number(words.text("page.calendar.due")),
                                Table.Column.number(words.text("page.calendar.lock")),
                                Table.Column.of(words.text("page.calendar.weekend")),
                                Table.Column.of(words.text("page.calendar.ground"))),
                        lines)
                .caption(words.text("page.calendar.of", String.valueOf(year)));
        List<Block> blocks = List.of(
                Block.Card.of(words.text("page.calendar.of", String.valueOf(year)), table),
                new Block.Paragraph(words.text(changes ? "page.calendar.how" : "page.calendar.who")));
        return View.of(words.text("page.calendar.title"), blocks)
                .lead(words.text("page.calendar.lead"))
                .actions(
                        Action.go(String.valueOf(year - 1), ReportCalendarPages.CALENDAR + "?year=" + (year - 1)),
                        Action.go(String.valueOf(year + 1), ReportCalendarPages.CALENDAR + "?year=" + (year + 1)));
    }

    View term(List<Term> terms, Form form, boolean changes) {
        Term own = terms.get(0);
        List<Table.Line> lines = new ArrayList<>();
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term term = terms.get(i);
            lines.add(Table.Line.of(
                    Cell.number(words.date(term.validFrom())),
                    Cell.of(until(terms, term)),
                    Cell.of(due(term)),
                    Cell.of(lock(term.lock().map(this::day))),
                    Cell.of(weekend(term)),
                    Cell.of(ground(term)),
                    Cell.of(term.reason().orElse("")),
                    Cell.of(term.setBy()
                            .map(by -> words.text(
                                    "page.calendar.by",
                                    by,
                                    words.moment(term.setAt().orElseThrow())))
                            .orElse(""))));
        }
        Table table = Table.of(
                        List.of(
                                Table.Column.number(words.text("page.calendar.from")),
                                Table.Column.of(words.text("page.calendar.to")),
                                Table.Column.of(words.text("page.calendar.due")),
                                Table.Column.of(words.text("page.calendar.lock")),
                                Table.Column.of(words.text("page.calendar.weekend")),
                                Table.Column.of(words.text("page.calendar.ground")),
                                Table.Column.of(words.text("page.calendar.reason")),
                                Table.Column.of(words.text("page.calendar.set"))),
                        lines)
                .caption(words.text("page.calendar.changes"));
        List<Block> blocks = new ArrayList<>(List.of(Block.Card.of(words.text("page.calendar.changes"), table)));
        if (changes) {
            blocks.add(Block.Card.of(form.submit(), form));
        }
        return View.of(name(own), blocks)
                .lead("№ " + own.programme() + ", " + period(own))
                .up(words.text("page.calendar.title"), ReportCalendarPages.CALENDAR);
    }

    /** The day before the next one begins; a term of the same day that came later has taken its place. */
    private String until(List<Term> terms, Term term) {
        boolean replaced = terms.stream()
                .anyMatch(t -> t.number() > term.number() && t.validFrom().equals(term.validFrom()));
        Optional<LocalDate> next = terms.stream()
                .map(Term::validFrom)
                .filter(d -> d.isAfter(term.validFrom()))
                .min(LocalDate::compareTo);
        return replaced
                ? words.text("page.calendar.replaced")
                : next.map(d -> words.date(d.minusDays(1))).orElseGet(() -> words.text("page.calendar.open"));
    }

    Form form(List<Term> terms) {
        Term last = terms.get(terms.size() - 1);
        List<Field.Option> months = IntStream.rangeClosed(1, 12)
                .mapToObj(m -> new Field.Option(String.valueOf(m), words.month(m)))
                .toList();
        Optional<MonthDay> lock = last.lock();
        return Form.of(
                href(last),
                words.text("page.calendar.change"),
                List.of(
                        Field.hidden(FormInput.VERSION, last.number()),
                        Field.number("due", words.text("page.calendar.due-day"))
                                .value(last.due().getDayOfMonth())
                                .require(),
                        Field.choice("dueMonth", words.text("page.calendar.due-month"), months)
                                .value(last.due().getMonthValue())
                                .require(),
                        Field.number("lock", words.text("page.calendar.lock-day"))
                                .value(lock.map(MonthDay::getDayOfMonth))
                                .help(words.text("page.calendar.lock-help")),
                        Field.choice("lockMonth", words.text("page.calendar.lock-month"), months)
                                .value(lock.map(MonthDay::getMonthValue)),
                        Field.radio(
                                        "weekend",
                                        words.text("page.calendar.weekend"),
                                        words.options(WeekendRule.class, "report.weekend."))
                                .value(last.weekend())
                                .require(),
                        Field.date("validFrom", words.text("page.calendar.from"))
                                .require()
                                .help(words.text("page.calendar.from-help")),
                        Field.text("order", words.text("page.calendar.order-number"))
                                .require(),
                        Field.date("orderDate", words.text("page.calendar.order-date"))
                                .require(),
                        Field.lines("reason", words.text("page.calendar.reason"))
                                .require()));
    }
}
