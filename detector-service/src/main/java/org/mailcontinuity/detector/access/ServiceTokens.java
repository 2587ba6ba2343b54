package org.mailcontinuity.detector.access;

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
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Checks the tokens by which another service calls this one: a JWT signed with EdDSA (RFC 8037), for this audience, of
 * a caller whose public key is mounted, good for about a minute. Everything else is denied. The keys are read anew
 * each time, so that a rotated one counts at once.
 */
public final class ServiceTokens {
    private static final String AUDIENCE = "detector-service";
    private static final String CALLER = "event-service";
    private static final String SCHEME = "Bearer ";
    private static final int CLOCKS_APART_SECONDS = 30;

    private final Optional<Path> trustedKeys;
    private final InstantSource clock;

    /** @param trustedKeys the folder of {@code <issuer>.pem} files; empty denies everybody */
    public ServiceTokens(Optional<Path> trustedKeys, InstantSource clock) {
        this.trustedKeys = trustedKeys;
        this.clock = clock;
    }

    /** @param authorization the header's value; empty where the request has none */
    public Access check(Optional<String> authorization) {
        if (authorization.isEmpty() || !authorization.get().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Access.Denied("a bearer token is needed");
        }
        Optional<PublicKey> key = trustedKeys.flatMap(folder -> read(folder.resolve(CALLER + ".pem")));
        if (key.isEmpty()) {
            return new Access.Denied("no caller is trusted here");
        }
        try {
            consumer(key.get())
                    .processToClaims(
                            authorization.get().substring(SCHEME.length()).strip());
            return new Access.Granted(CALLER);
        } catch (InvalidJwtException e) {
            return new Access.Denied("the token is not valid");
        }
    }

    private JwtConsumer consumer(PublicKey key) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "EdDSA")
                .setVerificationKey(key)
                .setExpectedIssuer(true, CALLER)
                .setExpectedAudience(true, AUDIENCE)
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(2)
                .setAllowedClockSkewInSeconds(CLOCKS_APART_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private static Optional<PublicKey> read(Path file) {
        try {
            String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            byte[] key = Base64.getDecoder().decode(pem);
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
