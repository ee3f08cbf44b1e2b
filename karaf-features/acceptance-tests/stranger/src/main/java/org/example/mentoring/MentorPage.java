package org.example.mentoring;

import java.math.BigDecimal;
import java.util.List;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.measure.OwnPage;
import org.example.mentoring.MentorStore.Mentor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A page of the measure's own: who gives mentors. */
@Component
public final class MentorPage implements OwnPage {
    private final MentorStore mentors;

    @Activate
    public MentorPage(@Reference MentorStore mentors) {
        this.mentors = mentors;
    }

    @Override
    public String measure() {
        return Mentoring.CODE;
    }

    @Override
    public String code() {
        return "mentors";
    }

    @Override
    public List<Part> content(Scope scope, int year) {
        List<Mentor> all = mentors.list(scope);
        BigDecimal places = all.stream().map(Mentor::places).reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(
                new Value("mentoring.page.places", places, ""),
                new Rows(
                        "mentoring.page.mentors",
                        List.of("mentoring.page.company", "mentoring.page.places"),
                        all.stream()
                                .map(m -> List.<Object>of(m.company(), m.places()))
                                .toList()),
                new Link("mentoring.page.meetings", "/api/measures/mentoring/activities"));
    }
}
