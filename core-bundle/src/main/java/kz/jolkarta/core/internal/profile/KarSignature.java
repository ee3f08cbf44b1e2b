package kz.jolkarta.core.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kz.jolkarta.core.Problem;

/** Who signed a KAR, as jarsigner does. */
final class KarSignature {
    private static final String MANIFESTS = "META-INF/";

    private KarSignature() {}

    /**
     * @return subject of the certificate that signed every file, "" when there is none
     * @throws Problem INVALID when a file is not what was signed
     */
    static String of(Path kar) throws IOException {
        String name = kar.getFileName().toString();
        // The platform reads manifests whole, so they are measured first.
        try (ZipFile zip = new ZipFile(kar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith(MANIFESTS)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        KarContents.text(in, name);
                    }
                }
            }
        }
        Set<String> signers = new HashSet<>();
        try (JarFile jar = new JarFile(kar.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.isDirectory() || entry.getName().startsWith(MANIFESTS)) {
                    continue;
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
                signers.add(subject(entry.getCodeSigners()));
            }
        } catch (SecurityException broken) {
            throw Problem.invalid("kar.signature-broken", name);
        }
        return signers.size() == 1 ? signers.iterator().next() : "";
    }

    private static String subject(CodeSigner[] signers) {
        return signers == null
                        || signers.length == 0
                        || !(signers[0].getSignerCertPath().getCertificates().get(0) instanceof X509Certificate own)
                ? ""
                : own.getSubjectX500Principal().getName();
    }
}
