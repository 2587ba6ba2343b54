package org.mailcontinuity.notifier.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Checks the short-lived tokens by which services call each other: EdDSA, issuer, audience, at most 2 minutes to live. */
public final class ServiceTokens {
    private static final String AUDIENCE = "notifier-service";
    private static final int SKEW_SECONDS = 5;
    private static final int LONGEST_LIFE_MINUTES = 2;

    private final Optional<Path> trustedKeys;
    private final String issuer;
    private final InstantSource clock;

    /**
     * @param trustedKeys a directory with {@code <issuer>.pem}, read at each check, so that a key can be changed
     * @param issuer the one service that may call
     */
    public ServiceTokens(Optional<Path> trustedKeys, String issuer, InstantSource clock) {
        this.trustedKeys = trustedKeys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Whether {@code token} proves that the issuer calls, now, and means us. */
    public boolean proves(String token) {
        Optional<PublicKey> key =
                trustedKeys.map(directory -> directory.resolve(issuer + ".pem")).flatMap(ServiceTokens::read);
        if (key.isEmpty()) {
            return false;
        }
        try {
            new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(
                            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
                    .setVerificationKey(key.get())
                    .setExpectedIssuer(issuer)
                    .setExpectedAudience(AUDIENCE)
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(LONGEST_LIFE_MINUTES)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            return true;
        } catch (InvalidJwtException _) {
            return false;
        }
    }

    private static Optional<PublicKey> read(Path pem) {
        try {
            String body = Files.readString(pem).replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
            byte[] encoded = Base64.getMimeDecoder().decode(body);
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
