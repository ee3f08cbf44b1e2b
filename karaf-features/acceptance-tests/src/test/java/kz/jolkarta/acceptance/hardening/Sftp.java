package kz.jolkarta.acceptance.hardening;

import java.nio.file.Path;
import kz.jolkarta.acceptance.Shell;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Tries to read files over SSH. */
final class Sftp {
    private Sftp() {}

    /** Fails with whatever the refusal is; with an AssertionError when files are served. */
    static void open(Shell shell, Path key) {
        shell.<Void>signedIn(key, session -> {
            try (var files = SftpClientFactory.instance().createSftpClient(session)) {
                throw new AssertionError("files are served from " + files.canonicalPath("."));
            }
        });
    }
}
