package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** Signature files as programs for signing make them; the signature itself is of no key. */
final class CmsFiles {
    static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    static final String GOST = "1.2.398.3.10.1.3.1";

    private CmsFiles() {}

    /** @param attributed what the digest that is named is of; empty when none is named */
    static byte[] of(String algorithm, Optional<byte[]> attributed) {
        return of(algorithm, attributed, Optional.empty(), 1);
    }

    static byte[] of(String algorithm, Optional<byte[]> attributed, Optional<byte[]> enclosed, int signers) {
        ASN1Encodable digest = sequence(new ASN1ObjectIdentifier(algorithm), DERNull.INSTANCE);
        List<ASN1Encodable> signer =
                new ArrayList<>(List.of(new ASN1Integer(1), sequence(new DERSequence(), new ASN1Integer(7)), digest));
        attributed.ifPresent(content -> signer.add(new DERTaggedObject(
                false,
                0,
                new DERSet(sequence(
                        PKCSObjectIdentifiers.pkcs_9_at_messageDigest,
                        new DERSet(new DEROctetString(sha256(content))))))));
        signer.add(digest);
        signer.add(new DEROctetString(new byte[64]));
        ASN1EncodableVector all = new ASN1EncodableVector();
        for (int i = 0; i < signers; i++) {
            all.add(sequence(signer.toArray(ASN1Encodable[]::new)));
        }
        ASN1Encodable content = enclosed.map(bytes ->
                        sequence(PKCSObjectIdentifiers.data, new DERTaggedObject(true, 0, new DEROctetString(bytes))))
                .orElseGet(() -> sequence(PKCSObjectIdentifiers.data));
        ASN1Encodable signed = sequence(new ASN1Integer(1), new DERSet(digest), content, new DERSet(all));
        return der(sequence(PKCSObjectIdentifiers.signedData, new DERTaggedObject(true, 0, signed)));
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    static byte[] der(DERSequence of) {
        try {
            return of.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
