package org.mailcontinuity.testbed.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of its own that issues server certificates. Thread-safe. */
public final class TestCertificates {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstantSource clock;
    private final KeyPair keys;
    private final X509Certificate authority;

    private TestCertificates(InstantSource clock, KeyPair keys, X509Certificate authority) {
        this.clock = clock;
        this.keys = keys;
        this.authority = authority;
    }

    /** Makes a new authority, good for ten years from now. */
    public static TestCertificates create() {
        return create(InstantSource.system());
    }

    public static TestCertificates create(InstantSource clock) {
        KeyPair keys = newKeys();
        X500Name name = new X500Name("CN=Continuity testbed authority " + Long.toHexString(RANDOM.nextLong()));
        Instant now = clock.instant();
        X509v3CertificateBuilder builder =
                builder(name, name, keys, now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(3650)));
        return new TestCertificates(clock, keys, sign(authority(builder), keys));
    }

    /** The authority's certificate: who trusts it trusts {@link #good}. */
    public X509Certificate authority() {
        return authority;
    }

    /** Valid now and for 90 days, for these host names or IPv4 addresses. */
    public ServerCertificate good(String... names) {
        Instant now = clock.instant();
        return issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)), names);
    }

    /** Its end was an hour ago. */
    public ServerCertificate expired(String... names) {
        Instant now = clock.instant();
        return issue(now.minus(Duration.ofDays(90)), now.minus(Duration.ofHours(1)), names);
    }

    /** Good for names that are nobody's: a name mismatch for every host. */
    public ServerCertificate wrongName() {
        return good("somebody-else.invalid");
    }

    /** Signed by an authority that nobody knows. */
    public ServerCertificate untrusted(String... names) {
        return create(clock).good(names);
    }

    /** A certificate for these names with the validity given. */
    public ServerCertificate issue(Instant notBefore, Instant notAfter, String... names) {
        KeyPair server = newKeys();
        X500Name issuer = new X500Name(authority.getSubjectX500Principal().getName());
        X509v3CertificateBuilder builder = builder(issuer, new X500Name("CN=" + names[0]), server, notBefore, notAfter);
        X509Certificate certificate = sign(named(builder, names), keys);
        return new ServerCertificate(server.getPrivate(), List.of(certificate, authority));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair keys, Instant notBefore, Instant notAfter) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).add(BigInteger.ONE),
                Date.from(notBefore),
                Date.from(notAfter),
                subject,
                keys.getPublic());
    }

    private static X509v3CertificateBuilder authority(X509v3CertificateBuilder builder) {
        try {
            return builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } catch (CertIOException e) {
            throw new IllegalStateException("extension cannot be encoded", e);
        }
    }

    private static X509v3CertificateBuilder named(X509v3CertificateBuilder builder, String... names) {
        GeneralName[] alternatives = Arrays.stream(names)
                .map(name -> new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        try {
            return builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        } catch (CertIOException e) {
            throw new IllegalStateException("extension cannot be encoded", e);
        }
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9.]+");
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair signer) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("certificate cannot be signed", e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair", e);
        }
    }
}
