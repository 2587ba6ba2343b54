package org.mailcontinuity.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The configuration of the probe, under {@code continuity.probe}. */
@ConfigMapping(prefix = "continuity.probe")
public interface ProbeConfig {
    /** Where this worker looks from; the workers of one vantage share its monitors. */
    @WithDefault("local")
    String vantage();

    /** The name of this worker; by default the machine's. */
    Optional<String> worker();

    /**
     * The addresses of this machine that checks and questions to DNS are sent from, at most one for IPv4 and one for
     * IPv6; by default the machine chooses.
     */
    Optional<List<String>> bindAddress();

    /** Private networks (CIDR) that may be connected to. */
    Optional<List<String>> allowedNetworks();

    /** The ports that may be connected to; by default those of mail, and 443. */
    Optional<List<Integer>> allowedPorts();

    /** The name given in EHLO; by default the machine's. Should resolve to the probe's address and back. */
    Optional<String> ehloName();

    /** The domain of the sender of inbound tests; by default the receiver's, else the EHLO name. */
    Optional<String> senderDomain();

    /** The folder of {@code <keyId>.key} files that seal test messages. */
    Optional<Path> tokenKeys();

    /** A PEM file of authorities to trust besides the platform's. */
    Optional<Path> trustCertificates();

    /** Mail servers elsewhere, {@code host:port}, that tell whether this worker's own network is sound. */
    Optional<List<String>> controlTargets();

    /** How often each control target is looked at. */
    @WithDefault("PT1M")
    Duration controlInterval();

    /** How many checks may hold connections at the same time. */
    @WithDefault("2000")
    @Min(1)
    @Max(100_000)
    int mostAtOnce();

    /** How many connections may be open to one server (address and port) at the same time. */
    @WithDefault("2")
    @Min(1)
    @Max(100)
    int mostPerHost();

    /** How many records wait while Kafka is away. */
    @WithDefault("10000")
    @Min(1)
    @Max(1_000_000)
    int buffer();

    Dns dns();

    Receiver receiver();

    Traffic traffic();

    /** Whom to ask for MX records and addresses. */
    interface Dns {
        /** {@code host:port}; by default the machine's resolvers. */
        Optional<List<String>> servers();

        /** How long to wait for one server. */
        @WithDefault("PT3S")
        Duration timeout();
    }

    /** The SMTP server that test messages come back to. */
    interface Receiver {
        @WithDefault("2525")
        @Min(0)
        @Max(65535)
        int port();

        /** The address to listen at. */
        @WithDefault("0.0.0.0")
        String bind();

        /** A PEM file with the receiver's certificate chain; with it STARTTLS is offered. */
        Optional<Path> certificate();

        /** A PEM file (PKCS #8) with the certificate's private key. */
        Optional<Path> privateKey();

        /** The domain whose mail comes here; without it there are no outbound tests. */
        Optional<String> domain();
    }

    /** What real mail did, posted by agents that follow the logs of mail servers. */
    interface Traffic {
        /** The folder with a folder for each source: {@code token} and {@code monitors}. Without it nobody is let in. */
        Optional<Path> sources();

        @WithDefault("8085")
        @Min(0)
        @Max(65535)
        int port();

        /** The address to listen at. */
        @WithDefault("0.0.0.0")
        String bind();

        /** A PEM file with the certificate chain; with it TLS is spoken, and nothing else. */
        Optional<Path> certificate();

        /** A PEM file (PKCS #8) with the certificate's private key. */
        Optional<Path> privateKey();

        /** How many lines a source may send in a minute. */
        @WithDefault("100000")
        @Min(1)
        @Max(10_000_000)
        int linesAMinute();

        /** How many bytes a request may have. */
        @WithDefault("16777216")
        @Min(1024)
        @Max(1_073_741_824)
        int longestBody();
    }
}
