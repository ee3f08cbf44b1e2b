package kz.jolkarta.core.internal.profile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** {@code jolkarta.cfg}: what the node is to hold. It lies beside the data, and as a copy in the program's own folder. */
final class ProfileFile {
    static final String NAME = "jolkarta.cfg";
    private static final String MEASURES = "measures";
    private static final String CENTRES = "centres";

    private final List<Path> folders;

    /** @param folders of settings, the leading one first; those that do not exist are passed over */
    ProfileFile(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    record Lists(Wanted measures, Wanted centres) {}

    /**
     * Everything, where there is no file.
     *
     * @throws IllegalArgumentException when a list is none
     */
    Lists read() {
        Properties settings = new Properties();
        for (Path file : files()) {
            try {
                settings.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            break;
        }
        return new Lists(
                Wanted.of(settings.getProperty(MEASURES, "all")), Wanted.of(settings.getProperty(CENTRES, "all")));
    }

    /** Changes the two lists and leaves every other line as it is. */
    void write(Lists lists) {
        Map<String, Wanted> values = Map.of(MEASURES, lists.measures(), CENTRES, lists.centres());
        for (Path file : files()) {
            try {
                List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
                values.forEach((name, value) -> {
                    lines.removeIf(line -> line.matches("\\s*" + name + "\\s*[=:].*"));
                    lines.add(name + " = " + value);
                });
                Path next = file.resolveSibling("." + NAME + ".new");
                Files.write(next, lines, StandardCharsets.UTF_8);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> files() {
        return folders.stream()
                .map(folder -> folder.resolve(NAME))
                .filter(Files::isRegularFile)
                .toList();
    }
}
