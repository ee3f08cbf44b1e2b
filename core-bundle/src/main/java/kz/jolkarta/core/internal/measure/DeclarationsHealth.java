package kz.jolkarta.core.internal.measure;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.HealthCheck;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.roadmap.Programmes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the operator of measures and programme files that were left aside; the node works without them. */
@Component
public final class DeclarationsHealth implements HealthCheck {
    private final Measures measures;
    private final Programmes programmes;

    @Activate
    public DeclarationsHealth(@Reference Measures measures, @Reference Programmes programmes) {
        this.measures = measures;
        this.programmes = programmes;
    }

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public Health check() {
        String rejected = Stream.concat(
                        measures.rejected().stream().map(Measures.Rejected::bundle),
                        programmes.rejected().stream().map(Programmes.Rejected::file))
                .distinct()
                .collect(Collectors.joining(", "));
        return rejected.isEmpty() ? Health.up() : new Health(State.WARNING, "rejected: " + rejected);
    }
}
