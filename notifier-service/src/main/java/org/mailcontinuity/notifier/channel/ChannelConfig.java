package org.mailcontinuity.notifier.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.notifier.channel.email.Relay;

/** The roads out. */
@ConfigMapping(prefix = "continuity.notifier")
public interface ChannelConfig {
    /** The mail servers that take our messages, in the order in which they are asked. */
    Optional<List<RelayConfig>> relays();

    /** Who emails come from. */
    @WithDefault("Continuity <continuity@localhost.localdomain>")
    String from();

    /** Networks, beyond the public ones, to which webhooks may go. */
    Optional<List<String>> allowedNetworks();

    /** A PEM file of certificates that webhooks' receivers may show, beside the platform's. */
    Optional<Path> trustCertificates();

    /** The longest a webhook may take. */
    @WithDefault("15S")
    Duration webhookTimeout();

    /** A mail server. */
    interface RelayConfig {
        String host();

        @WithDefault("25")
        @Min(1)
        @Max(65_535)
        int port();

        @WithDefault("STARTTLS")
        Relay.Security security();

        /** Names the secret to authenticate with. */
        Optional<String> credential();

        /** A PEM file of certificates to trust beside the platform's. */
        Optional<Path> trustCertificates();

        /** For the connection, and for each answer. */
        @WithDefault("10S")
        Duration timeout();
    }
}
