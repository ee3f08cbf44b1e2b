package kz.jolkarta.core.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures that come as a KAR. The files are kept beside the data; each is unpacked into a folder of the program where the platform looks
 * for bundles, so that a new program finds them again.
 */
public final class Kars {
    private static final Logger LOG = LoggerFactory.getLogger(Kars.class);
    static final String ENDING = ".kar";
    private static final int PATIENCE_MILLIS = 30_000;

    private final Optional<Path> kept;
    private final Optional<Path> unpacked;

    /** @param name of the KAR */
    public record Installed(String name, List<String> features) {}

    /** Without the folders there are no KARs, as in a node that was not started by its script. */
    Kars(Optional<Path> kept, Optional<Path> unpacked) {
        this.kept = kept;
        this.unpacked = unpacked;
    }

    /** What is kept and no longer installed, as after a change of the program. */
    void restore(FeaturesService features) {
        if (kept.isEmpty() || unpacked.isEmpty() || !Files.isDirectory(kept.get())) {
            return;
        }
        for (Path kar : files(kept.get())) {
            String name = name(kar.getFileName().toString());
            Path folder = unpacked.get().resolve(name);
            try {
                if (!Files.isDirectory(folder)) {
                    open(features, kar, folder);
                }
            } catch (Problem refused) {
                LOG.error(
                        "{} is not installed: {} {}",
                        kar,
                        refused.message().key(),
                        refused.message().args());
            }
        }
    }

    /**
     * @param source path or URL
     * @throws Problem INVALID when it cannot be used, CONFLICT when one of that name is installed
     */
    Installed install(FeaturesService features, String source) {
        String name = name(source.replaceFirst("[?#].*$", "").replaceFirst("^.*[/\\\\]", ""));
        Path keep = kept.orElseThrow(() -> Problem.conflict("kar.no-folder"));
        Path folder =
                unpacked.orElseThrow(() -> Problem.conflict("kar.no-folder")).resolve(name);
        Path kar = keep.resolve(name + ENDING);
        if (Files.exists(kar)) {
            throw Problem.conflict("kar.installed-already", name);
        }
        try {
            Files.createDirectories(keep);
            Path fetched = keep.resolve("." + name + ".new");
            try (InputStream in = open(source)) {
                KarFile.copy(in, fetched, KarFile.MOST_BYTES, name);
            } catch (IOException | IllegalArgumentException unreadable) {
                Files.deleteIfExists(fetched);
                throw Problem.invalid("kar.not-found", source);
            }
            try {
                Installed installed = open(features, fetched, folder);
                Files.move(fetched, kar);
                return new Installed(name, installed.features());
            } finally {
                Files.deleteIfExists(fetched);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws Problem NOT_FOUND when none of that name is installed */
    Installed remove(FeaturesService features, String source) {
        String name = name(source);
        Optional<Path> kar = kept.map(k -> k.resolve(name + ENDING)).filter(Files::exists);
        if (kar.isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "kar.unknown", name);
        }
        Path folder = unpacked.orElseThrow().resolve(name);
        try {
            List<URI> lists = Files.isDirectory(folder) ? KarFile.lists(folder) : List.of();
            List<Feature> own = features(features, lists);
            Plug.remove(features, ids(own));
            for (URI list : lists) {
                forget(features, list);
            }
            delete(folder);
            Files.delete(kar.get());
            return new Installed(name, own.stream().map(Feature::getName).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Those that are kept, by name. */
    List<Installed> installed(FeaturesService features) {
        List<Installed> found = new ArrayList<>();
        for (Path kar : kept.filter(Files::isDirectory).map(Kars::files).orElse(List.of())) {
            String name = name(kar.getFileName().toString());
            Path folder = unpacked.orElseThrow().resolve(name);
            try {
                List<URI> lists = Files.isDirectory(folder) ? KarFile.lists(folder) : List.of();
                found.add(new Installed(
                        name,
                        features(features, lists).stream().map(Feature::getName).toList()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return found;
    }

    private static Installed open(FeaturesService features, Path kar, Path folder) {
        List<URI> lists = new ArrayList<>();
        boolean done = false;
        try {
            Files.createDirectories(folder);
            lists.addAll(KarFile.unpack(kar, folder));
            Set<String> known = names(features);
            for (URI list : lists) {
                features.addRepository(list);
            }
            List<Feature> own = features(features, lists);
            for (Feature feature : own) {
                if (known.contains(feature.getName())) {
                    throw Problem.conflict("kar.feature-known", feature.getName());
                }
            }
            features.installFeatures(ids(own), Plug.GENTLY);
            done = true;
            return new Installed(
                    folder.getFileName().toString(),
                    own.stream().map(Feature::getName).toList());
        } catch (Problem refused) {
            throw refused;
        } catch (Exception failed) {
            LOG.warn("{} cannot be installed", kar, failed);
            throw Problem.invalid(
                    "kar.not-installed", folder.getFileName().toString(), String.valueOf(failed.getMessage()));
        } finally {
            if (!done) {
                lists.forEach(list -> forget(features, list));
                delete(folder);
            }
        }
    }

    private static List<Feature> features(FeaturesService features, List<URI> lists) {
        List<Feature> found = new ArrayList<>();
        try {
            for (URI list : lists) {
                Optional.ofNullable(features.getRepository(list))
                        .map(org.apache.karaf.features.Repository::getFeatures)
                        .ifPresent(all -> found.addAll(List.of(all)));
            }
        } catch (Exception e) {
            throw new IllegalStateException("the features of a KAR cannot be read", e);
        }
        return found;
    }

    private static Set<String> names(FeaturesService features) throws Exception {
        return Stream.of(features.listFeatures()).map(Feature::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(List<Feature> features) {
        return features.stream().map(Feature::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void forget(FeaturesService features, URI list) {
        try {
            features.removeRepository(list);
        } catch (Exception e) {
            throw new IllegalStateException(list + " cannot be forgotten", e);
        }
    }

    private static InputStream open(String source) throws IOException {
        if (!source.matches("(https?|file):.*")) {
            return Files.newInputStream(Path.of(source));
        }
        URLConnection connection = URI.create(source).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection.getInputStream();
    }

    static String name(String file) {
        String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")) {
            throw Problem.invalid("kar.name", file);
        }
        return name;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().matches("[A-Za-z0-9_].*\\" + ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
