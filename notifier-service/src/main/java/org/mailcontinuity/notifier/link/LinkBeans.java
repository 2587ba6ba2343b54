package org.mailcontinuity.notifier.link;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the feature's plain classes together; a key that cannot be read stops the start. */
final class LinkBeans {
    @Produces
    @Singleton
    @Startup
    PortalLinks links(
            LinkConfig config,
            @ConfigProperty(name = "continuity.public-url", defaultValue = "http://localhost:8080") URI publicUrl) {
        return new PortalLinks(publicUrl, config.keyId(), PortalLinks.readKey(config.privateKey()));
    }
}
