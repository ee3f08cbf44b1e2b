package kz.jolkarta.core.internal.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.FormInput;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A KAR that was brought and waits to be confirmed: it is kept under its hash, so that what is installed is what was shown. The next one takes its place. */
@Component(service = KarDesk.class)
public final class KarDesk {
    private static final String PACKAGE = "osgi.wiring.package";

    private final NodeProfile profile;
    private final Optional<Path> desk;
    private final Map<String, Version> core;

    @Activate
    public KarDesk(@Reference NodeProfile profile, BundleContext context) {
        this(
                profile,
                Optional.ofNullable(context.getProperty("jolkarta.data")).map(data -> Path.of(data, "kar", ".offered")),
                context.getBundle().adapt(BundleWiring.class).getCapabilities(PACKAGE).stream()
                        .collect(Collectors.toMap(
                                c -> String.valueOf(c.getAttributes().get(PACKAGE)),
                                c -> (Version) c.getAttributes().get("version"),
                                (one, other) -> one)));
    }

    KarDesk(NodeProfile profile, Optional<Path> desk, Map<String, Version> core) {
        this.profile = profile;
        this.desk = desk;
        this.core = core;
    }

    private Path desk() {
        return desk.orElseThrow(() -> Problem.conflict("kar.no-folder"));
    }

    /**
     * Takes a file without running any of it.
     *
     * @throws Problem INVALID for what {@link KarContents#of} refuses, CONFLICT when it is installed already
     */
    public synchronized KarContents take(FormInput.Upload upload) {
        String name = Kars.name(upload.name().replaceFirst("^.*[/\\\\]", ""));
        Path desk = desk();
        Kars.delete(desk);
        Path file = desk.resolve(name + Kars.ENDING);
        boolean done = false;
        try {
            Files.createDirectories(desk);
            KarFile.copy(
                    upload.content(),
                    file,
                    KarFile.MOST_BYTES,
                    file.getFileName().toString());
            KarContents contents = contents(file, name);
            Path place = Files.createDirectories(desk.resolve(contents.sha256()));
            Files.move(file, place.resolve(file.getFileName()));
            done = true;
            return contents;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            if (!done) {
                Kars.delete(desk);
            }
        }
    }

    private KarContents contents(Path file, String name) throws IOException {
        Path unpacked = Files.createTempDirectory(desk(), "unpacked");
        try {
            KarContents contents = KarContents.of(file, name, unpacked, core);
            boolean there = profile.kars().stream().anyMatch(k -> k.name().equals(name));
            if (there) {
                throw Problem.conflict("kar.there", name);
            }
            contents.features().stream().filter(profile::knows).findFirst().ifPresent(known -> {
                throw Problem.conflict("kar.feature-known", known);
            });
            return contents;
        } finally {
            Kars.delete(unpacked);
        }
    }

    /** What waits under this hash. @throws Problem NOT_FOUND when it was installed or another one took its place */
    public synchronized KarContents offered(String sha256) {
        try {
            Path file = file(sha256);
            return contents(file, Kars.name(file.getFileName().toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String sha256) throws IOException {
        Path place = desk().resolve(sha256);
        if (!sha256.matches("[0-9a-f]{64}") || !Files.isDirectory(place)) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "kar.not-offered");
        }
        try (Stream<Path> all = Files.list(place)) {
            Path file = all.findFirst().orElseThrow(Problem::notFound);
            if (!KarContents.sha256(file).equals(sha256)) {
                throw Problem.conflict("kar.not-offered");
            }
            return file;
        }
    }

    /** Installs what waits under this hash. @return the KAR's name and its features */
    public synchronized String install(String sha256) {
        try {
            Kars.Installed installed = profile.installKar(file(sha256).toString());
            Kars.delete(desk());
            return told(installed) + " sha256 " + sha256;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String remove(String name) {
        return told(profile.uninstallKar(name));
    }

    private static String told(Kars.Installed kar) {
        String features = String.join(", ", kar.features());
        return kar.name() + ": " + (features.length() > 300 ? features.substring(0, 300) : features);
    }

    public List<Kars.Installed> installed() {
        return profile.kars();
    }
}
