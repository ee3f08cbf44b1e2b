package kz.jolkarta.core.internal.profile;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;

/** What can be plugged in by a number: a measure by its clause, a centre by the first digits of its region's code. */
enum Plug {
    MEASURE("jolkarta-measure-(\\d\\d)-.+"),
    CENTRE("jolkarta-centre-(\\d\\d)-.+");

    /** Nobody else is refreshed or restarted. */
    static final EnumSet<FeaturesService.Option> GENTLY = EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

    /** A feature's configurations go with it; by itself the platform keeps them. */
    private static final EnumSet<FeaturesService.Option> WITH_CONFIGURATIONS =
            EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles, FeaturesService.Option.DeleteConfigurations);

    private final Pattern name;

    Plug(String name) {
        this.name = Pattern.compile(name);
    }

    /** The features there are, by their numbers. */
    SortedMap<Integer, Feature> offered(FeaturesService features) {
        SortedMap<Integer, Feature> found = new TreeMap<>();
        for (Feature feature : all(features)) {
            number(feature).ifPresent(number -> found.put(number, feature));
        }
        return found;
    }

    private Optional<Integer> number(Feature feature) {
        Matcher matcher = name.matcher(feature.getName());
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    static boolean started(FeaturesService features, Feature feature) {
        return features.getState(feature.getId()) == FeatureState.Started;
    }

    /** Whether it is there for its own sake and not only because another feature needs it. */
    static boolean required(FeaturesService features, Feature feature) {
        return features.isRequired(feature);
    }

    private static Feature[] all(FeaturesService features) {
        try {
            return features.listFeatures();
        } catch (Exception e) {
            throw new IllegalStateException("the features cannot be listed", e);
        }
    }

    static void install(FeaturesService features, Set<String> ids) {
        try {
            features.installFeatures(ids, GENTLY);
        } catch (Exception e) {
            throw new IllegalStateException("the features " + ids + " cannot be installed", e);
        }
    }

    static void remove(FeaturesService features, Set<String> ids) {
        try {
            features.uninstallFeatures(ids, WITH_CONFIGURATIONS);
        } catch (Exception e) {
            throw new IllegalStateException("the features " + ids + " cannot be removed", e);
        }
    }
}
