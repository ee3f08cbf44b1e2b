package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A PostgreSQL database as the settings of a node name it, with the server's own programs for its copy. */
record Postgres(String url, String user, String password) {
    static final String DUMP = "database.dump";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String OF_OTHERS =
            "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname not in ('pg_catalog', 'information_schema')"
                    + " and n.nspname not like 'pg\\_%'";

    /**
     * The database of the node whose data lie in the folder; empty for the embedded one.
     *
     * @throws Refused when its password cannot be read
     */
    static Optional<Postgres> of(Path data) throws IOException {
        Properties settings = settings(data.resolve("etc/kz.jolkarta.database.cfg"));
        String url = settings.getProperty("url", "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String file = settings.getProperty("passwordFile", "").strip();
        if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
            throw new Refused("backup_password_file", file);
        }
        String password = file.isEmpty()
                ? ""
                : Files.readString(Path.of(file)).lines().findFirst().orElse("");
        return Optional.of(
                new Postgres(url, settings.getProperty("user", "jolkarta").strip(), password));
    }

    /** A file of settings in the platform's form; none is an empty one. */
    static Properties settings(Path file) throws IOException {
        Properties settings = new Properties();
        if (Files.isReadable(file)) {
            settings.load(new StringReader(Files.readString(file)));
        }
        return settings;
    }

    /** @throws Refused when the server does not answer or does not let us in */
    Connection connect() throws IOException {
        try {
            Connection connection = DriverManager.getConnection(url, user, password);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException away) {
            throw new Refused("backup_pg_away", url, away.getMessage());
        }
    }

    /** @throws Refused when it has not been installed */
    static String program(String name) throws IOException {
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> versions = Files.list(INSTALLED)) {
                Optional<Path> newest = versions.filter(
                                v -> Files.isExecutable(v.resolve("bin").resolve(name)))
                        .max(Comparator.comparingInt(v -> Integer.parseInt(
                                "0" + v.getFileName().toString().replaceAll("\\D", ""))));
                if (newest.isPresent()) {
                    return newest.get().resolve("bin").resolve(name).toString();
                }
            }
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new Refused("backup_no_pg", name))
                .toString();
    }

    /** Writes the dump of exactly what the open transaction sees. */
    void dump(Connection connection, Path work) throws IOException, SQLException {
        String snapshot;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
            row.next();
            snapshot = row.getString(1);
        }
        run(
                work,
                program("pg_dump"),
                "--format=custom",
                "--compress=0",
                "--no-owner",
                "--no-privileges",
                "--snapshot=" + snapshot,
                "--file=" + work.resolve(DUMP));
    }

    /**
     * Fills the database from the dump, all of it or nothing.
     *
     * @throws Refused when there is anything in the database
     */
    void fill(Path work) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OF_OTHERS)) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new Refused("restore_db_not_empty", url, row.getLong(1));
            }
        }
        String name = address().getPath().substring(1);
        run(
                work,
                program("pg_restore"),
                "--single-transaction",
                "--exit-on-error",
                "--no-owner",
                "--no-privileges",
                "--dbname=" + name,
                work.resolve(DUMP).toString());
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private URI address() {
        return URI.create(url.replaceFirst("^jdbc:", ""));
    }

    /** The password goes by a file that only its owner may read: arguments and environments are seen by others. */
    private void run(Path work, String... command) throws IOException {
        Path pass = work.resolve(".pgpass");
        Files.deleteIfExists(pass);
        String escaped = password.replace("\\", "\\\\").replace(":", "\\:");
        Disk.writeNew(pass, ("*:*:*:*:" + escaped + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            URI address = address();
            Map<String, String> environment = builder.environment();
            environment.put("PGPASSFILE", pass.toString());
            environment.put("PGHOST", address.getHost());
            environment.put("PGPORT", String.valueOf(address.getPort() < 0 ? 5432 : address.getPort()));
            environment.put("PGDATABASE", address.getPath().substring(1));
            environment.put("PGUSER", user);
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> said =
                    new ArrayList<>(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
            if (process.waitFor() != 0) {
                throw new Refused("backup_pg_failed", command[0], said.isEmpty() ? "-" : said.get(0));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.deleteIfExists(pass);
        }
    }
}
