package kz.jolkarta.reporting;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SignedData;

/**
 * A person's signature of a report, made elsewhere: PKCS#7 SignedData (RFC 2315, 5652) in DER. What it says of the content is compared; whose it is, and
 * whether the certificate holds, the node does not judge.
 */
record CmsSignature(byte[] der, Digest digest) {
    /** In bytes. */
    static final int LARGEST = 256 * 1024;

    private static final int DIGEST_ALGORITHM = 2;
    private static final int ATTRIBUTES = 3;
    private static final Map<String, String> ALGORITHMS = Map.of(
            "1.3.14.3.2.26", "SHA-1",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** What the signature says of the content. */
    enum Digest {
        /** Its digest is the content's. */
        FITS,
        /** It names none, so that only its own software can tell. */
        SILENT,
        /** It is of an algorithm that is not known here, e.g. of GOST 34.311 or ST RK. */
        UNKNOWN
    }

    /** @throws Problem TOO_LARGE; INVALID for no such signature, or one of another content */
    static CmsSignature of(byte[] file, byte[] content) {
        if (file.length > LARGEST) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "report.cms.large", LARGEST / 1024);
        }
        if (file.length > 1 && file[0] == '-' && file[1] == '-') {
            throw Problem.field("file", "report.cms.pem");
        }
        if (!Der.sound(file)) {
            throw Problem.field("file", "report.cms.none");
        }
        List<Digest> digests;
        try {
            digests = digests(ASN1Primitive.fromByteArray(file), content);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            throw Problem.field("file", "report.cms.none");
        }
        return new CmsSignature(
                file,
                digests.contains(Digest.FITS)
                        ? Digest.FITS
                        : digests.contains(Digest.UNKNOWN) ? Digest.UNKNOWN : Digest.SILENT);
    }

    private static List<Digest> digests(ASN1Primitive read, byte[] content) {
        ContentInfo info = ContentInfo.getInstance(read);
        if (!PKCSObjectIdentifiers.signedData.equals(info.getContentType())) {
            throw Problem.field("file", "report.cms.none");
        }
        SignedData signed = SignedData.getInstance(info.getContent());
        ASN1Encodable enclosed = signed.getContentInfo().getContent();
        if (enclosed != null
                && !Arrays.equals(ASN1OctetString.getInstance(enclosed).getOctets(), content)) {
            throw Problem.field("file", "report.cms.other-content");
        }
        if (signed.getSignerInfos().size() == 0) {
            throw Problem.field("file", "report.cms.no-signer");
        }
        List<Digest> digests = new ArrayList<>();
        for (ASN1Encodable signer : signed.getSignerInfos()) {
            digests.add(digest(ASN1Sequence.getInstance(signer), content));
        }
        return digests;
    }

    private static Digest digest(ASN1Sequence signer, byte[] content) {
        Optional<byte[]> said = messageDigest(signer);
        if (said.isEmpty()) {
            return Digest.SILENT;
        }
        ASN1Encodable algorithm =
                ASN1Sequence.getInstance(signer.getObjectAt(DIGEST_ALGORITHM)).getObjectAt(0);
        String name = ALGORITHMS.get(ASN1ObjectIdentifier.getInstance(algorithm).getId());
        if (name == null) {
            return Digest.UNKNOWN;
        }
        try {
            if (!MessageDigest.isEqual(
                    said.get(), MessageDigest.getInstance(name).digest(content))) {
                throw Problem.field("file", "report.cms.other-content");
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Digest.FITS;
    }

    /** Of the signed attributes, which stand fourth. */
    private static Optional<byte[]> messageDigest(ASN1Sequence signer) {
        if (!(signer.getObjectAt(ATTRIBUTES) instanceof ASN1TaggedObject attributes) || attributes.getTagNo() != 0) {
            return Optional.empty();
        }
        for (ASN1Encodable attribute : ASN1Set.getInstance(attributes, false)) {
            ASN1Sequence pair = ASN1Sequence.getInstance(attribute);
            if (PKCSObjectIdentifiers.pkcs_9_at_messageDigest.equals(pair.getObjectAt(0))) {
                ASN1Encodable value = ASN1Set.getInstance(pair.getObjectAt(1)).getObjectAt(0);
                return Optional.of(ASN1OctetString.getInstance(value).getOctets());
            }
        }
        return Optional.empty();
    }
}
