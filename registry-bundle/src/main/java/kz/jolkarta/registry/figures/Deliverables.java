package kz.jolkarta.registry.figures;

import java.util.List;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/** Deliverables: adopted ones belong to the year of their adoption where that state is asked for, all others to the year they are planned for. */
final class Deliverables extends RecordRows<Selection.Deliverables> {
    Deliverables(Frame frame) {
        super("deliverable", "deliverable a", frame);
    }

    @Override
    String chosen(String measure, Selection.Deliverables d) {
        String kind = of(measure) + frame.in("a.type", d.types());
        String planned = "a.deliverable_year = " + frame.year();
        if (!d.states().contains("ADOPTED")) {
            return kind + frame.in("a.state", d.states()) + " and " + planned;
        }
        List<String> others =
                d.states().stream().filter(s -> !s.equals("ADOPTED")).toList();
        String adopted = "a.state = 'ADOPTED' and a.adopted_on is not null and " + frame.within("a.adopted_on");
        return kind + " and (" + adopted
                + (others.isEmpty() ? "" : " or a.state in (" + frame.list(others) + ") and " + planned) + ")";
    }

    @Override
    String inPeriod() {
        return "(a.deliverable_year = " + frame.year() + " or " + frame.within("a.adopted_on") + ")";
    }

    @Override
    String column(Figure.Amount amount) {
        return switch (amount) {
            case COST -> "a.amount";
            case REACH -> "a.reach";
            case CAP, PAID, HOURS, SEATS, CAPACITY -> "";
        };
    }

    @Override
    String column(Dimension by) {
        return switch (by.kind()) {
            case LANGUAGE -> "coalesce(a.language, '')";
            case SOURCE -> "coalesce(a.source, '')";
            case STEP -> "coalesce(a.step, '')";
            case FIELD -> frame.choice("a.fields", by);
            case TYPE -> "a.type";
            case SEX, GRADE_BAND, TALENT, COORDINATOR -> "";
        };
    }

    @Override
    List<Cell> cells() {
        return List.of(
                Cell.text("type", "a.type"),
                Cell.text("title", "a.title"),
                Cell.text("state", "a.state"),
                Cell.text("step", "a.step"),
                Cell.text("language", "a.language"),
                Cell.text("channel", "a.channel"),
                Cell.text("link", "a.link"),
                Cell.date("adoptedOn", "a.adopted_on"),
                Cell.number("reach", "a.reach"),
                Cell.number("amount", "a.amount"),
                Cell.text("source", "a.source"));
    }
}
