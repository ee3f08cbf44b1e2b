package kz.jolkarta.core.internal.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.HealthCheck;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which measures and centres this node holds: {@code jolkarta.cfg} names them, and once the platform is up those that are missing are
 * installed. It takes nothing away by itself; what is installed or removed by hand is written back, so that the next start keeps it.
 */
@Component(
        service = {NodeProfile.class, HealthCheck.class},
        immediate = true)
public final class NodeProfile implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(NodeProfile.class);

    /** The platform offers it when its own features are there; nothing declares it, so it cannot be a reference. */
    private static final String BOOTED = "org.apache.karaf.features.BootFinished";

    /** The clause of the centres, which bring it along. */
    private static final int CENTRES_MEASURE = 2;

    private final Supplier<FeaturesService> features;
    private final ProfileFile file;
    private final Kars kars;
    private final ServiceTracker<Object, Object> booted;
    private volatile Health state = new Health(State.DOWN, "installing");

    @Activate
    public NodeProfile(BundleContext context) {
        this(
                () -> context.getService(context.getServiceReference(FeaturesService.class)),
                new ProfileFile(Stream.of(folder(context, "jolkarta.data", "etc"), folder(context, "karaf.etc", ""))
                        .flatMap(List::stream)
                        .toList()),
                new Kars(
                        folder(context, "jolkarta.data", "kar").stream().findFirst(),
                        folder(context, "karaf.home", "kar").stream().findFirst()),
                context);
        booted.open();
    }

    NodeProfile(Supplier<FeaturesService> features, ProfileFile file, Kars kars, BundleContext context) {
        this.features = features;
        this.file = file;
        this.kars = kars;
        this.booted = new ServiceTracker<>(context, BOOTED, null) {
            @Override
            public Object addingService(ServiceReference<Object> reference) {
                // Installing waits for the thread that tells of the start.
                Thread thread = new Thread(NodeProfile.this::complete, "jolkarta-profile");
                thread.setDaemon(true);
                thread.start();
                return reference;
            }
        };
    }

    private static List<Path> folder(BundleContext context, String property, String below) {
        return Stream.ofNullable(context.getProperty(property))
                .map(path -> Path.of(path, below))
                .toList();
    }

    @Deactivate
    void stop() {
        booted.close();
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Health check() {
        if (state.state() != State.UP) {
            return state;
        }
        String missing = missing(file.read()).stream().map(Feature::getName).collect(Collectors.joining(", "));
        return missing.isEmpty() ? Health.up() : new Health(State.WARNING, "missing: " + missing);
    }

    /** Brings in what the settings name and is not there. */
    synchronized void complete() {
        try {
            kars.restore(features.get());
            ProfileFile.Lists wanted = file.read();
            List<String> unknown = new ArrayList<>();
            wanted.measures().unknown(offered(Plug.MEASURE).keySet()).forEach(n -> unknown.add("measure " + n));
            wanted.centres().unknown(offered(Plug.CENTRE).keySet()).forEach(n -> unknown.add("centre " + n));
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("no feature for " + String.join(", ", unknown));
            }
            Set<String> ids = missing(wanted).stream().map(Feature::getId).collect(Collectors.toSet());
            if (!ids.isEmpty()) {
                Plug.install(features.get(), ids);
            }
            state = Health.up();
            LOG.info("The node has its measures ({}) and centres ({})", wanted.measures(), wanted.centres());
        } catch (IllegalArgumentException wrong) {
            state = new Health(State.DOWN, ProfileFile.NAME + ": " + wrong.getMessage());
            LOG.error("The settings in {} cannot be followed: {}", ProfileFile.NAME, wrong.getMessage());
        } catch (RuntimeException failed) {
            state = new Health(State.DOWN, "failed");
            LOG.error("The measures and centres of {} cannot be installed", ProfileFile.NAME, failed);
        }
    }

    private List<Feature> missing(ProfileFile.Lists wanted) {
        return Stream.concat(
                        missing(Plug.MEASURE, wanted.measures()).stream(),
                        missing(Plug.CENTRE, wanted.centres()).stream())
                .toList();
    }

    private List<Feature> missing(Plug plug, Wanted wanted) {
        return offered(plug).entrySet().stream()
                .filter(e -> wanted.holds(e.getKey()) && !Plug.started(features.get(), e.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private SortedMap<Integer, Feature> offered(Plug plug) {
        return plug.offered(features.get());
    }

    /**
     * @return the installed feature's name
     * @throws Problem NOT_FOUND when there is no such measure, CONFLICT when it is installed
     */
    public synchronized String installMeasure(int clause) {
        Feature feature = find(Plug.MEASURE, clause, "shell.no-measure");
        if (Plug.required(features.get(), feature)) {
            throw Problem.conflict("shell.installed-already", clause);
        }
        return install(feature, lists -> new ProfileFile.Lists(lists.measures().with(clause), lists.centres()));
    }

    /**
     * @return the removed feature's name
     * @throws Problem NOT_FOUND when there is no such measure, CONFLICT when it is not installed or a centre needs it
     */
    public synchronized String uninstallMeasure(int clause) {
        Feature feature = find(Plug.MEASURE, clause, "shell.no-measure");
        String centres = clause == CENTRES_MEASURE
                ? offered(Plug.CENTRE).entrySet().stream()
                        .filter(e -> Plug.required(features.get(), e.getValue()))
                        .map(e -> e.getKey().toString())
                        .collect(Collectors.joining(", "))
                : "";
        if (!centres.isEmpty()) {
            throw Problem.conflict("shell.measure-needed", clause, centres);
        }
        if (!Plug.required(features.get(), feature)) {
            throw Problem.conflict("shell.not-installed", clause);
        }
        Collection<Integer> offered = offered(Plug.MEASURE).keySet();
        return remove(
                feature, lists -> new ProfileFile.Lists(lists.measures().without(clause, offered), lists.centres()));
    }

    /**
     * @param region first two digits of the region's code
     * @return the installed feature's name
     * @throws Problem NOT_FOUND when no centre of that region is shipped, CONFLICT when it is installed
     */
    public synchronized String installCentre(int region) {
        Feature feature = find(Plug.CENTRE, region, "shell.no-centre");
        if (Plug.required(features.get(), feature)) {
            throw Problem.conflict("shell.centre-installed-already", region);
        }
        return install(
                feature,
                lists -> new ProfileFile.Lists(lists.measures(), lists.centres().with(region)));
    }

    /**
     * Its organisation and all records stay.
     *
     * @return the removed feature's name
     */
    public synchronized String uninstallCentre(int region) {
        Feature feature = find(Plug.CENTRE, region, "shell.no-centre");
        if (!Plug.required(features.get(), feature)) {
            throw Problem.conflict("shell.centre-not-installed", region);
        }
        Collection<Integer> offered = offered(Plug.CENTRE).keySet();
        return remove(
                feature,
                lists -> new ProfileFile.Lists(lists.measures(), lists.centres().without(region, offered)));
    }

    /**
     * A measure that comes as a file of its own, from a stranger.
     *
     * @param source path or URL of the KAR
     * @return names of the installed features
     */
    public synchronized Kars.Installed installKar(String source) {
        return kars.install(features.get(), source);
    }

    /** @param name of the KAR's file, without its ending */
    public synchronized Kars.Installed uninstallKar(String name) {
        return kars.remove(features.get(), name);
    }

    /** The KARs that are installed, by name. */
    public List<Kars.Installed> kars() {
        return kars.installed(features.get());
    }

    /** Whether the node knows a feature of the name, installed or not. */
    boolean knows(String feature) {
        try {
            return Stream.of(features.get().listFeatures())
                    .anyMatch(f -> f.getName().equals(feature));
        } catch (Exception e) {
            throw new IllegalStateException("the features cannot be listed", e);
        }
    }

    /** What can be plugged in here. @param number of the clause, or the first digits of the region's code */
    public record Offer(int number, String feature, boolean installed) {}

    /**
     * What a change would do.
     *
     * @param bundles that come or go; nobody else is refreshed or restarted
     * @param tables that an installation adds; what is removed leaves its own behind
     * @param settings of the configuration that comes or goes, by their names
     */
    public record Preview(Offer offer, List<String> bundles, int tables, Map<String, String> settings) {}

    public List<Offer> measures() {
        return offers(Plug.MEASURE);
    }

    public List<Offer> centres() {
        return offers(Plug.CENTRE);
    }

    private List<Offer> offers(Plug plug) {
        return offered(plug).entrySet().stream()
                .map(e -> offer(e.getKey(), e.getValue()))
                .toList();
    }

    private Offer offer(int number, Feature feature) {
        return new Offer(number, feature.getName(), Plug.required(features.get(), feature));
    }

    /** @throws Problem NOT_FOUND when there is no such measure */
    public Preview previewMeasure(int clause) {
        return preview(clause, find(Plug.MEASURE, clause, "shell.no-measure"));
    }

    /** @throws Problem NOT_FOUND when there is no such centre */
    public Preview previewCentre(int region) {
        return preview(region, find(Plug.CENTRE, region, "shell.no-centre"));
    }

    private Preview preview(int number, Feature feature) {
        Contents contents = Contents.of(feature);
        return new Preview(offer(number, feature), contents.bundles(), contents.tables(), contents.settings());
    }

    private Feature find(Plug plug, int number, String unknown) {
        Feature feature = offered(plug).get(number);
        if (feature == null) {
            throw Problem.of(Problem.Kind.NOT_FOUND, unknown, number);
        }
        return feature;
    }

    private String install(Feature feature, UnaryOperator<ProfileFile.Lists> change) {
        Plug.install(features.get(), Set.of(feature.getId()));
        file.write(change.apply(file.read()));
        return feature.getName();
    }

    private String remove(Feature feature, UnaryOperator<ProfileFile.Lists> change) {
        Plug.remove(features.get(), Set.of(feature.getId()));
        file.write(change.apply(file.read()));
        return feature.getName();
    }
}
