package org.mailcontinuity.detector;

import java.security.PrivateKey;
import java.time.Instant;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes the tokens of callers, good and bad. */
public final class CallerToken {
    private CallerToken() {}

    /** A token of that issuer for that audience, good for a minute from {@code now}. */
    public static String sign(PrivateKey key, String issuer, String audience, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(now.plusSeconds(60).toEpochMilli()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue("EdDSA");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("token cannot be signed", e);
        }
    }
}
