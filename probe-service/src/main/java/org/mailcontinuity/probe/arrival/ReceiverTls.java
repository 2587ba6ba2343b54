package org.mailcontinuity.probe.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The receiver's certificate, so that organisations which send under TLS only reach it, too. */
public final class ReceiverTls {
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    private ReceiverTls() {}

    /**
     * Reads a certificate chain (PEM, the receiver's own first) and its private key (PEM, PKCS #8).
     *
     * @throws IllegalArgumentException if they cannot be used
     */
    public static SSLContext read(Path certificates, Path privateKey) {
        try (InputStream in = Files.newInputStream(certificates)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
            KeyStore store = KeyStore.getInstance("PKCS12");
            char[] password = "memory".toCharArray(); // The store never leaves this method.
            store.load(null, password);
            store.setKeyEntry("receiver", key(Files.readString(privateKey)), password, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "continuity.probe.receiver.certificate and private-key cannot be used: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        byte[] der = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                // A key of another algorithm: the next one tells.
            }
        }
        throw new GeneralSecurityException("the private key must be PKCS #8 of " + ALGORITHMS);
    }
}
