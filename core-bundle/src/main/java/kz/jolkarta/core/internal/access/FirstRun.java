package kz.jolkarta.core.internal.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first start of a node with an empty database: makes the account {@code admin} and a token, and tells both in a file for the
 * owner's eyes only. The file is on the disk before the account is: whenever the node dies in between, the next start begins anew.
 */
@Component(service = FirstRun.class, immediate = true)
public final class FirstRun {
    static final String FILE = "first-run.txt";
    static final String LOGIN = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);

    private final Database database;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Path folder;
    private final String url;

    @Activate
    public FirstRun(
            BundleContext context,
            @Reference Database database,
            @Reference Accounts accounts,
            @Reference Tokens tokens) {
        this(
                database,
                accounts,
                tokens,
                Path.of(Optional.ofNullable(context.getProperty("jolkarta.data"))
                        .orElse("data")),
                Optional.ofNullable(context.getProperty("jolkarta.url")).orElse("http://127.0.0.1:8181/"));
        begin();
    }

    FirstRun(Database database, Accounts accounts, Tokens tokens, Path folder, String url) {
        this.database = database;
        this.accounts = accounts;
        this.tokens = tokens;
        this.folder = folder;
        this.url = url;
    }

    /** @return whether this was the first start */
    boolean begin() {
        if (!database.<Boolean>read(accounts::none)) {
            return false;
        }
        String password = Passwords.oneTime();
        String token = Passwords.secret();
        String hash = accounts.passwords().hash(password);
        write(List.of("url=" + url, "user=" + LOGIN, "password=" + password, "token=" + token));
        try {
            database.run(tx -> {
                Account account = accounts.first(tx, LOGIN, "Jolkarta", hash);
                tokens.create(tx, User.system(), account.id(), "first run", Optional.empty(), token);
            });
        } catch (RuntimeException e) {
            if (database.<Boolean>read(accounts::none)) {
                throw e;
            }
            // Another node of the same database was quicker: its file tells the truth, this one does not.
            delete();
            return false;
        }
        LOG.info("First start: the account {} was made, see {} in the data folder", LOGIN, FILE);
        return true;
    }

    private void write(List<String> lines) {
        Path file = folder.resolve(FILE);
        Path fresh = folder.resolve(FILE + ".new");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(fresh);
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            try (FileChannel out = FileChannel.open(
                    fresh, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
                String text = String.join("\n", lines) + "\n";
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (posix) {
                try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                    entry.force(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The first account cannot be told in " + file, e);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
