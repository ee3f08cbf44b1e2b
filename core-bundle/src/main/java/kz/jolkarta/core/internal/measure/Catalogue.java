package kz.jolkarta.core.internal.measure;

import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Declaration;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.roadmap.Programmes;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only tracker of {@link Measure}. A plug-in is asked once, on arrival, behind a guard; what it declared is kept as a copy.
 * Where two bring the same code, the one that came first stays.
 */
@Component
public final class Catalogue implements Measures {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private static final Comparator<Installed> ORDER = Comparator.comparing(
                    (Installed m) -> m.clause().programme())
            .thenComparing(m -> m.clause().number());

    /** Where a measure comes from. */
    record Origin(String bundle, String version, String component) {}

    /** What was made of a measure on arrival: its declaration, or why it is none. */
    private record Arrival(Origin origin, Optional<Declared> measure, List<Message> faults) {}

    private record Listing(List<Declared> good, List<Installed> installed, List<Rejected> rejected) {}

    private final Programmes programmes;
    private final BundleContext context;
    private final Map<Object, Arrival> arrivals = new LinkedHashMap<>();
    private volatile Listing listing = new Listing(List.of(), List.of(), List.of());
    private volatile Optional<Declarations> declarations = Optional.empty();

    @Activate
    public Catalogue(@Reference Programmes programmes, BundleContext context) {
        this.programmes = programmes;
        this.context = context;
    }

    /** Takes the reference and not the measure, so that one that cannot even be created is listed too. */
    @Reference(service = Measure.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<Measure> reference) {
        Bundle bundle = reference.getBundle();
        String component = String.valueOf(reference.getProperty("component.name"));
        Origin origin = new Origin(bundle.getSymbolicName(), bundle.getVersion().toString(), component);
        arrived(
                reference,
                origin,
                () -> context.getService(reference),
                file -> Optional.ofNullable(bundle.getEntry(file)));
        context.ungetService(reference);
    }

    void unbind(ServiceReference<Measure> reference) {
        left(reference);
    }

    /** There only while the database is: without it the measures work, and nothing is known of former ones. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindDeclarations(Declarations declarations) {
        synchronized (arrivals) {
            this.declarations = Optional.of(declarations);
            declarations.installed(listing.good());
        }
    }

    void unbindDeclarations(Declarations declarations) {
        synchronized (arrivals) {
            this.declarations = this.declarations.filter(d -> d != declarations);
        }
    }

    /** @param key stands for the measure until it leaves */
    void arrived(Object key, Origin origin, Supplier<Measure> measure, Function<String, Optional<URL>> files) {
        Arrival arrival;
        try {
            arrival = read(origin, measure.get(), files);
        } catch (Throwable broken) {
            // Whatever a plug-in throws, an error of linking included, is its own affair and no reason for the others
            // to stop.
            LOG.warn("Measure {} of {} cannot be read", origin.component(), origin.bundle(), broken);
            arrival = new Arrival(
                    origin, Optional.empty(), List.of(Message.of("measure.rejected.broken", broken.toString())));
        }
        synchronized (arrivals) {
            arrivals.put(key, arrival);
            changed();
        }
        LOG.info(
                "Measure {} of {} {}",
                origin.component(),
                origin.bundle(),
                arrival.faults().isEmpty() ? "has arrived" : "is rejected");
    }

    void left(Object key) {
        synchronized (arrivals) {
            arrivals.remove(key);
            changed();
        }
    }

    private void changed() {
        listing = listing();
        declarations.ifPresent(d -> d.installed(listing.good()));
    }

    private static Arrival read(Origin origin, Measure measure, Function<String, Optional<URL>> files) {
        if (measure == null) {
            return new Arrival(origin, Optional.empty(), List.of(Message.of("measure.rejected.absent")));
        }
        if (measure.clause() == null) {
            return new Arrival(origin, Optional.empty(), List.of(Message.of("measure.rejected.clause")));
        }
        Installed installed = Installed.of(measure, origin.bundle(), origin.version());
        Set<String> keys = Declaration.keys(installed);
        Map<Language, Map<String, String>> texts = TextFaults.texts(files);
        List<Message> faults = new ArrayList<>(Faults.of(installed));
        faults.addAll(TextFaults.of(keys, texts));
        return new Arrival(origin, Optional.of(Declared.of(installed, keys, texts)), List.copyOf(faults));
    }

    private Listing listing() {
        Map<String, Declared> good = new LinkedHashMap<>();
        List<Rejected> bad = new ArrayList<>();
        for (Arrival arrival : arrivals.values()) {
            Origin origin = arrival.origin();
            arrival.faults().forEach(fault -> bad.add(new Rejected(origin.bundle(), origin.component(), fault)));
            if (arrival.faults().isEmpty()) {
                Declared declared = arrival.measure().orElseThrow();
                String code = declared.measure().code();
                Declared first = good.putIfAbsent(code, declared);
                if (first != null) {
                    Message taken = Message.of(
                            "measure.rejected.code-taken", code, first.measure().bundle());
                    bad.add(new Rejected(origin.bundle(), origin.component(), taken));
                }
            }
        }
        List<Installed> ordered =
                good.values().stream().map(Declared::measure).sorted(ORDER).toList();
        return new Listing(List.copyOf(good.values()), ordered, List.copyOf(bad));
    }

    @Override
    public List<Installed> installed() {
        return listing.installed();
    }

    @Override
    public List<Rejected> rejected() {
        return listing.rejected();
    }

    @Override
    public List<Former> former() {
        return declarations.map(Declarations::former).orElse(List.of()).stream()
                .filter(former -> find(former.measure().code()).isEmpty())
                .sorted(Comparator.comparing(Former::measure, ORDER))
                .toList();
    }

    @Override
    public Optional<Installed> find(String code) {
        return installed().stream().filter(m -> m.code().equals(code)).findFirst();
    }

    @Override
    public Installed require(String code) {
        return find(code)
                .orElseThrow(() -> programmes
                        .clause(code)
                        .map(clause -> Problem.of(Problem.Kind.NOT_FOUND, "measure.not-installed", clause.name()))
                        .orElseGet(() -> Problem.of(Problem.Kind.NOT_FOUND, "measure.unknown", code)));
    }
}
