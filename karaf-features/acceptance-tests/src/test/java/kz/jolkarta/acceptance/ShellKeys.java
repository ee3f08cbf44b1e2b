package kz.jolkarta.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gives a node the key of its shell, as the start script does. */
final class ShellKeys {
    private ShellKeys() {}

    /** Makes {@code shell.key} in the data folder and names it in the program's {@code etc/keys.properties}. */
    static void install(Path home, Path data) throws IOException {
        OwnNode.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                home.resolve("bin/starter.jar").toString(),
                "key",
                data.resolve("shell.key").toString()));
        Files.writeString(home.resolve("etc/keys.properties"), lines(data));
    }

    static String lines(Path data) throws IOException {
        String key = Files.readString(data.resolve("shell.key.pub")).strip();
        return "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\njolkarta = " + key
                + ",_g_:admingroup\n";
    }
}
