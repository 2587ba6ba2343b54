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

    /** Keys that sign our emails. */
    Optional<List<DkimConfig>> dkim();

    /** Emails straight to the recipient's mail servers, when no relay takes them. */
    DirectConfig direct();

    /** Where mail servers report what became of our emails. */
    ReturnPathConfig returnPath();

    /** A key that signs for a domain. */
    interface DkimConfig {
        String domain();

        String selector();

        /** RSA or Ed25519, PKCS #8 in PEM. */
        Path key();
    }

    /** The last resort. */
    interface DirectConfig {
        @WithDefault("false")
        boolean enabled();

        @WithDefault("25")
        @Min(1)
        @Max(65_535)
        int port();

        /** A DNS server, {@code host:port}; the system's by default. */
        Optional<String> dns();

        @WithDefault("20S")
        Duration timeout();
    }

    /** A domain whose mail comes to our receiver. */
    interface ReturnPathConfig {
        /** Without it nothing is received, and reports go to the sender. */
        Optional<String> domain();

        /** Names the secret with the {@code key} that seals the addresses. */
        @WithDefault("return-path")
        String credential();

        @WithDefault("2526")
        @Min(0)
        @Max(65_535)
        int port();

        @WithDefault("0.0.0.0")
        String bind();
    }

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
