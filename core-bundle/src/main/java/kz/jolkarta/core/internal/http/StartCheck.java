package kz.jolkarta.core.internal.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.http.HealthCheck;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Whether the node has started: the platform has its features, every bundle was started and our components have what they need. Components that still lack
 * something a minute after that are a warning, so that a broken part does not close the rest.
 */
@Component(immediate = true)
public final class StartCheck implements HealthCheck {
    private static final String OWN = "kz.jolkarta.";
    private static final String BOOTED = "org.apache.karaf.features.BootFinished";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final long begun = System.nanoTime();
    private volatile boolean complete;

    @Activate
    public StartCheck(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Health check() {
        if (context.getServiceReference(BOOTED) == null || !started()) {
            return new Health(State.DOWN, "starting");
        }
        List<String> waiting = waiting();
        if (waiting.isEmpty()) {
            complete = true;
            return Health.up();
        }
        boolean patient = !complete && System.nanoTime() - begun < PATIENCE.toNanos();
        return new Health(
                patient ? State.DOWN : State.WARNING, patient ? "starting" : waiting.size() + " components waiting");
    }

    /** At a second start the platform says that it has its features while the bundles of others are still to be started. */
    private boolean started() {
        String last = context.getProperty("org.osgi.framework.startlevel.beginning");
        FrameworkStartLevel reached =
                context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkStartLevel.class);
        return last == null || reached.getStartLevel() >= Integer.parseInt(last.strip());
    }

    private List<String> waiting() {
        Bundle[] own = Stream.of(context.getBundles())
                .filter(b -> b.getSymbolicName() != null && b.getSymbolicName().startsWith(OWN))
                .toArray(Bundle[]::new);
        List<String> names = new ArrayList<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(own)) {
            boolean ready = components.getComponentConfigurationDTOs(component).stream()
                    .anyMatch(c -> c.state == ComponentConfigurationDTO.ACTIVE
                            || c.state == ComponentConfigurationDTO.SATISFIED);
            if (!ready && components.isComponentEnabled(component)) {
                names.add(component.name);
            }
        }
        return names;
    }
}
