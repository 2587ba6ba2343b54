package org.mailcontinuity.notifier.credential;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the feature's plain classes together. */
final class CredentialBeans {
    @Produces
    @Singleton
    CredentialRepository credentials(
            @ConfigProperty(name = "continuity.credentials.directory", defaultValue = "/etc/continuity/credentials")
                    Path directory) {
        return new CredentialRepository(directory);
    }
}
