package org.mailcontinuity.notifier.link;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the feature's plain classes together; a key that cannot be read stops the start. */
final class LinkBeans {
    @Produces
    @Singleton
    ReplyCodes codes(ReplyCodeRepository rows, ReplyConfig config, RandomGenerator random) {
        return new ReplyCodes(rows, config.enabled(), random);
    }

    @Produces
    @Singleton
    @Startup
    PortalLinks links(
            @ConfigProperty(name = "continuity.public-url", defaultValue = "http://localhost:8080") URI publicUrl,
            @ConfigProperty(name = "continuity.link.key-id", defaultValue = "1") int keyId,
            @ConfigProperty(name = "continuity.link.private-key") Path privateKey) {
        return new PortalLinks(publicUrl, keyId, PortalLinks.readKey(privateKey));
    }
}
