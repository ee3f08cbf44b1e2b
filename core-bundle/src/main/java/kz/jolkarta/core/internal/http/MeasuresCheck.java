package kz.jolkarta.core.internal.http;

import kz.jolkarta.core.http.HealthCheck;
import kz.jolkarta.core.measure.Measures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a measure was rejected; the reasons are for administrators, in the list of measures. */
@Component
public final class MeasuresCheck implements HealthCheck {
    private final Measures measures;

    @Activate
    public MeasuresCheck(@Reference Measures measures) {
        this.measures = measures;
    }

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public Health check() {
        int rejected = measures.rejected().size();
        return rejected == 0 ? Health.up() : new Health(State.WARNING, rejected + " rejected");
    }
}
