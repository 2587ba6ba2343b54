package org.mailcontinuity.probe.smtp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.mailcontinuity.contracts.sample.Fault;

/**
 * TLS as a probe needs it: the handshake takes any certificate, so that a bad one can be described and, where the
 * policy is opportunistic, lived with; {@link #defectOf} then says what is wrong with it. Safe for many threads.
 */
public final class Tls {
    private final SSLContext context;
    private final X509TrustManager authorities;

    private Tls(SSLContext context, X509TrustManager authorities) {
        this.context = context;
        this.authorities = authorities;
    }

    /** Trusts the platform's authorities and {@code others}. */
    public static Tls trusting(Collection<X509Certificate> others) {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            int number = 0;
            for (X509Certificate authority : platformAuthorities()) {
                anchors.setCertificateEntry("platform-" + number++, authority);
            }
            for (X509Certificate authority : others) {
                anchors.setCertificateEntry("other-" + number++, authority);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return new Tls(context, trustManager(anchors));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    /**
     * What is wrong with a server's certificate, the most telling first: time, then trust, then name.
     *
     * @param chain as the server sent it, its own certificate first
     * @param host the name it was reached by: the route's, never one that the server gave
     */
    Optional<Fault> defectOf(List<X509Certificate> chain, String host, Instant now) {
        X509Certificate own = chain.getFirst();
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return Optional.of(Fault.TLS_EXPIRED);
        }
        try {
            authorities.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
        } catch (CertificateException e) {
            return Optional.of(isExpiry(e) ? Fault.TLS_EXPIRED : Fault.TLS_UNTRUSTED);
        }
        return CertificateNames.of(own).match(host) ? Optional.empty() : Optional.of(Fault.TLS_NAME_MISMATCH);
    }

    SSLSocket over(Socket raw, String host) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(raw, host, raw.getPort(), false);
        secured.setUseClientMode(true);
        return secured;
    }

    static List<X509Certificate> chain(List<Certificate> certificates) {
        return certificates.stream().map(X509Certificate.class::cast).toList();
    }

    static CertificateSeen seen(X509Certificate certificate) {
        return new CertificateSeen(
                PrintableText.of(certificate.getSubjectX500Principal().getName()),
                PrintableText.of(certificate.getIssuerX500Principal().getName()),
                certificate.getNotAfter().toInstant());
    }

    private static boolean isExpiry(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException path
                    && path.getReason() == CertPathValidatorException.BasicReason.EXPIRED) {
                return true;
            }
        }
        return false;
    }

    private static List<X509Certificate> platformAuthorities() throws GeneralSecurityException {
        return List.of(trustManager(null).getAcceptedIssuers());
    }

    private static X509TrustManager trustManager(@org.jspecify.annotations.Nullable KeyStore anchors)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /** Lets the handshake succeed: the certificate is judged after it. */
    private static final class AnyCertificate extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
