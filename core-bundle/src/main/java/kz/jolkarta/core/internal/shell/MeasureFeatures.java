package kz.jolkarta.core.internal.shell;

import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;

/** The features of the measures, found by the number of their clause; the rest of the node is neither refreshed nor restarted. */
record MeasureFeatures(FeaturesService features) {
    private static final EnumSet<FeaturesService.Option> GENTLY =
            EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

    String install(int clause) {
        Feature feature = feature(clause);
        if (features.isInstalled(feature)) {
            throw Problem.conflict("shell.installed-already", clause);
        }
        try {
            features.installFeature(feature, GENTLY);
        } catch (Exception e) {
            throw new IllegalStateException("the feature " + feature.getName() + " cannot be installed", e);
        }
        return feature.getName();
    }

    String uninstall(int clause) {
        Feature feature = feature(clause);
        if (!features.isInstalled(feature)) {
            throw Problem.conflict("shell.not-installed", clause);
        }
        try {
            features.uninstallFeature(feature.getName(), feature.getVersion(), GENTLY);
        } catch (Exception e) {
            throw new IllegalStateException("the feature " + feature.getName() + " cannot be removed", e);
        }
        return feature.getName();
    }

    private Feature feature(int clause) {
        String start = String.format(Locale.ROOT, "jolkarta-measure-%02d-", clause);
        try {
            return Stream.of(features.listFeatures())
                    .filter(f -> f.getName().startsWith(start))
                    .findFirst()
                    .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "shell.no-measure", clause));
        } catch (Problem unknown) {
            throw unknown;
        } catch (Exception e) {
            throw new IllegalStateException("the features cannot be listed", e);
        }
    }
}
