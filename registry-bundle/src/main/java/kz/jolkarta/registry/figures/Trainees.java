package kz.jolkarta.registry.figures;

import kz.jolkarta.core.measure.Selection;

/** Members of staff who attended. */
final class Trainees extends StaffRows<Selection.Staff> {
    Trainees(Frame frame) {
        super(frame);
    }

    @Override
    String chosen(String measure, Selection.Staff selection) {
        return groups.any("s.measure = " + frame.bind(measure) + frame.in("s.type", selection.types())) + " = 1";
    }

    @Override
    String source(String columns) {
        return Attendance.ofStaff(frame).source(columns, " and " + own("a.measure"));
    }
}
