package kz.jolkarta.core.internal.roadmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** № 997 and the programmes in {@code etc/programmes/*.json} of the data folder and of the node, read once when the node starts. */
@Component
public final class KnownProgrammes implements Programmes {
    private static final Logger LOG = LoggerFactory.getLogger(KnownProgrammes.class);

    private final List<Programme> all;
    private final List<Rejected> rejected;

    @Activate
    public KnownProgrammes(BundleContext context) {
        this(Stream.concat(
                        Stream.ofNullable(context.getProperty("jolkarta.data")).map(data -> Path.of(data, "etc")),
                        Stream.ofNullable(context.getProperty("karaf.etc")).map(Path::of))
                .map(etc -> etc.resolve("programmes"))
                .toList());
    }

    KnownProgrammes(List<Path> folders) {
        List<Programme> good = new ArrayList<>(List.of(Resolution997.programme()));
        List<Rejected> bad = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                files(folder).forEach(file -> read(file, good, bad));
            }
        }
        all = List.copyOf(good);
        rejected = List.copyOf(bad);
    }

    private static void read(Path file, List<Programme> good, List<Rejected> bad) {
        String name = file.getFileName().toString();
        try {
            Programme programme = ProgrammeFile.read(file);
            taken(programme, good)
                    .ifPresentOrElse(
                            code -> bad.add(new Rejected(name, Message.of("programme.rejected.code", code))),
                            () -> good.add(programme));
        } catch (IOException | RuntimeException broken) {
            // A file somebody wrote by hand must not keep the node from starting; it is listed for the administrator.
            LOG.warn("Programme file {} is left aside", name, broken);
            bad.add(new Rejected(name, Message.of("programme.rejected.file", String.valueOf(broken.getMessage()))));
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> taken(Programme programme, List<Programme> known) {
        if (known.stream().anyMatch(p -> p.code().equals(programme.code()))) {
            return Optional.of(programme.code());
        }
        return programme.clauses().stream()
                .map(Clause::code)
                .filter(code -> known.stream().anyMatch(p -> p.clause(code).isPresent()))
                .findFirst();
    }

    @Override
    public List<Programme> all() {
        return all;
    }

    @Override
    public List<Rejected> rejected() {
        return rejected;
    }

    @Override
    public Optional<Clause> clause(String code) {
        return all.stream().flatMap(p -> p.clause(code).stream()).findFirst();
    }
}
