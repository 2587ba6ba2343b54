package org.mailcontinuity.notifier.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which services may call. */
@ConfigMapping(prefix = "continuity.service")
public interface AccessConfig {
    /** A directory with {@code <issuer>.pem}: an Ed25519 public key, SubjectPublicKeyInfo in PEM. Without it nobody may. */
    Optional<Path> trustedKeys();
}
