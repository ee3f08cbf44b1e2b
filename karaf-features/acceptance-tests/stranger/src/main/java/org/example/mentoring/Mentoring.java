package org.example.mentoring;

import static kz.jolkarta.core.criteria.Criterion.gifted;

import java.time.Month;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Deadline;
import org.osgi.service.component.annotations.Component;

/** A measure of a programme that Jolkarta does not know. */
@Component
public final class Mentoring implements Measure {
    static final String CODE = "mentoring";

    @Override
    public Clause clause() {
        return new Clause(
                "talent-2027",
                20,
                CODE,
                new Text("Тәлімгерлік", "Наставничество", "Mentoring"),
                new Text("Тәлімгерлер бекіту", "Закрепить наставников", "Give children mentors"),
                new Text("Ақпарат", "Информация", "Information"),
                new Text("Әкімдіктер", "Акиматы", "Akimats"),
                false,
                new Deadline.Yearly(Month.DECEMBER, 2026, 2030),
                Set.of());
    }

    @Override
    public List<ActivityType> activities() {
        return List.of(ActivityType.forChildren("meeting", gifted()));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(Indicator.count("meetings", new Selection.Activities(Set.of("meeting"), Set.of("HELD"))));
    }
}
