package org.mailcontinuity.testbed.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A private key and its certificate chain, the server's own certificate first. */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
    private static final String ALIAS = "server";

    /** PKCS #12 demands one; what protects the file are its permissions. */
    private static final char[] PASSWORD = "testbed".toCharArray();

    public ServerCertificate {
        chain = List.copyOf(chain);
    }

    /** A TLS context for a server that presents this chain. */
    public SSLContext serverContext() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(asKeyStore(), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS context", e);
        }
    }

    /** Writes key and chain as PKCS #12. */
    public void store(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            asKeyStore().store(out, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IOException("key store cannot be written: " + file, e);
        }
    }

    /** Reads what {@link #store} has written. */
    public static ServerCertificate load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(ALIAS))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new ServerCertificate((PrivateKey) store.getKey(ALIAS, PASSWORD), chain);
        } catch (GeneralSecurityException e) {
            throw new IOException("key store cannot be read: " + file, e);
        }
    }

    private KeyStore asKeyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(ALIAS, key, PASSWORD, chain.toArray(Certificate[]::new));
        return store;
    }
}
