package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.Test;

class CmsSignatureTest {
    private static final byte[] REPORT = "{\"year\":2025}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "{\"year\":2024}".getBytes(StandardCharsets.UTF_8);

    private static CmsSignature.Digest digest(byte[] file) {
        return CmsSignature.of(file, REPORT).digest();
    }

    private static String refusal(byte[] file) {
        Problem problem = assertThrows(Problem.class, () -> CmsSignature.of(file, REPORT));
        return problem.fields().isEmpty()
                ? problem.message().key()
                : problem.fields().get(0).message().key();
    }

    @Test
    void the_digest_that_it_names_is_compared_with_the_content() {
        assertEquals(CmsSignature.Digest.FITS, digest(CmsFiles.of(CmsFiles.SHA_256, Optional.of(REPORT))));
        assertEquals("report.cms.other-content", refusal(CmsFiles.of(CmsFiles.SHA_256, Optional.of(OTHER))));
    }

    @Test
    void what_cannot_be_compared_is_said() {
        assertEquals(CmsSignature.Digest.SILENT, digest(CmsFiles.of(CmsFiles.SHA_256, Optional.empty())));
        assertEquals(CmsSignature.Digest.UNKNOWN, digest(CmsFiles.of(CmsFiles.GOST, Optional.of(REPORT))));
    }

    @Test
    void content_within_it_has_to_be_the_same() {
        assertEquals(
                CmsSignature.Digest.FITS,
                digest(CmsFiles.of(CmsFiles.SHA_256, Optional.of(REPORT), Optional.of(REPORT), 1)));
        assertEquals(
                "report.cms.other-content",
                refusal(CmsFiles.of(CmsFiles.SHA_256, Optional.empty(), Optional.of(OTHER), 1)));
    }

    @Test
    void what_is_no_signature_is_refused_in_words() {
        byte[] whole = CmsFiles.of(CmsFiles.SHA_256, Optional.of(REPORT));
        assertEquals("report.cms.none", refusal(new byte[0]));
        assertEquals("report.cms.none", refusal(REPORT));
        assertEquals("report.cms.none", refusal(Arrays.copyOf(whole, whole.length - 1)));
        assertEquals("report.cms.none", refusal(Arrays.copyOf(whole, whole.length + 1)));
        assertEquals("report.cms.none", refusal(CmsFiles.der(new DERSequence(PKCSObjectIdentifiers.data))));
        assertEquals("report.cms.none", refusal(new byte[] {0x30, (byte) 0x80, 0, 0}));
        assertEquals("report.cms.pem", refusal("-----BEGIN CMS-----".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(
                "report.cms.no-signer", refusal(CmsFiles.of(CmsFiles.SHA_256, Optional.empty(), Optional.empty(), 0)));
        assertEquals("report.cms.large", refusal(new byte[CmsSignature.LARGEST + 1]));
    }

    /** Each level is a tagged object around the next, as deep as the size lets it be. */
    @Test
    void a_file_that_is_nothing_but_depth_is_refused_like_any_other() {
        byte[] deep = new byte[CmsSignature.LARGEST];
        int at = 0;
        while (at + 4 <= deep.length && deep.length - at - 4 > 0xff) {
            int inner = deep.length - at - 5;
            deep[at] = (byte) 0xa0;
            deep[at + 1] = (byte) 0x83;
            deep[at + 2] = (byte) (inner >> 16);
            deep[at + 3] = (byte) (inner >> 8);
            deep[at + 4] = (byte) inner;
            at += 5;
        }
        assertEquals("report.cms.none", refusal(Arrays.copyOf(deep, deep.length)));
    }
}
