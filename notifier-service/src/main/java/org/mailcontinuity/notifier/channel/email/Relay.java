package org.mailcontinuity.notifier.channel.email;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A mail server that takes our messages.
 *
 * @param credential names the secret ({@code username}, {@code password}) to authenticate with
 * @param trustCertificates a PEM file of certificates to trust beside the platform's
 * @param timeout for the connection, and for each answer
 */
public record Relay(
        String host,
        int port,
        Security security,
        Optional<String> credential,
        Optional<Path> trustCertificates,
        Duration timeout) {

    /** How the connection is protected. */
    public enum Security {
        NONE,
        /** In the clear first, then STARTTLS, without which nothing is sent. */
        STARTTLS,
        /** In the clear first, then STARTTLS where it is offered, whoever's certificate. */
        OPPORTUNISTIC,
        /** TLS from the first byte. */
        TLS
    }

    String label() {
        return host + ":" + port;
    }
}
