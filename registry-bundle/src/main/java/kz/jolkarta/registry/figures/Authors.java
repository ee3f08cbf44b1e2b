package kz.jolkarta.registry.figures;

import kz.jolkarta.core.measure.Selection;

/** Members of staff whose work was adopted. */
final class Authors extends StaffRows<Selection.Authors> {
    Authors(Frame frame) {
        super(frame);
    }

    @Override
    String chosen(String measure, Selection.Authors selection) {
        return groups.any("s.measure = " + frame.bind(measure) + frame.in("s.type", selection.types())) + " = 1";
    }

    @Override
    String source(String columns) {
        return "select a.author_id as staff_id, a.measure, a.type" + columns + " from deliverable a where "
                + own("a.measure")
                + " and a.author_id is not null and a.state = 'ADOPTED' and a.adopted_on is not null and "
                + frame.within("a.adopted_on");
    }
}
