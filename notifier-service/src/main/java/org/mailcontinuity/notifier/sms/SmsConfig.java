package org.mailcontinuity.notifier.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who takes SMS from us. */
@ConfigMapping(prefix = "continuity.notifier.sms")
public interface SmsConfig {
    /** The providers, in the order in which they are asked. */
    Optional<List<ProviderConfig>> providers();

    /** Where providers call back. */
    CallbackConfig callback();

    /** How many segments an alert shall have at most: each is paid for. */
    @WithDefault("2")
    @Min(1)
    @Max(10)
    int segments();

    /** A provider: exactly one of {@code smpp} and {@code http} is set. */
    interface ProviderConfig {
        /** Our name for it: its attempts and receipts are kept under it. */
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        String name();

        /** Names the secret: {@code username} and {@code password}, what templates use, {@code callback-secret}. */
        Optional<String> credential();

        /** Whom messages come from: a number in E.164 form, a short code, or up to 11 letters. */
        Optional<String> sender();

        /** For the connection, and for each answer. */
        @WithDefault("10S")
        Duration timeout();

        Optional<SmppConfig> smpp();

        Optional<GatewayConfig> http();
    }

    /** An SMPP 3.4 message centre. */
    interface SmppConfig {
        String host();

        @WithDefault("2775")
        @Min(1)
        @Max(65_535)
        int port();

        @WithDefault("false")
        boolean tls();

        /** A PEM file of certificates to trust beside the platform's. */
        Optional<Path> trustCertificates();

        /** One bind for both directions, or one for each. */
        @WithDefault("TRANSCEIVER")
        Bind bind();

        Optional<String> systemType();

        Optional<String> serviceType();

        /** How many messages may wait for the centre's answer at once. */
        @WithDefault("10")
        @Min(1)
        @Max(1000)
        int window();

        /** How long the line may be silent before it is asked whether it lives. */
        @WithDefault("30S")
        Duration enquireLink();

        /** The longest pause between two attempts to connect. */
        @WithDefault("30S")
        Duration longestReconnect();

        /** How long the centre tries to reach a phone. */
        @WithDefault("4H")
        Duration validity();

        /** Type of number of the sender; by default what its form says. */
        Optional<Integer> senderTon();

        /** Numbering plan of the sender; by default what its form says. */
        Optional<Integer> senderNpi();

        /** Further command statuses that mean that there is no such number. */
        Optional<List<Integer>> badNumberStatuses();
    }

    /** How to bind. */
    enum Bind {
        TRANSCEIVER,
        SEPARATE
    }

    /** A provider's HTTP API. In URL, headers and body {@code {to}}, {@code {text}} and so on stand for what is sent. */
    interface GatewayConfig {
        @WithDefault("POST")
        @Pattern(regexp = "GET|POST|PUT")
        String method();

        String url();

        Map<String, String> headers();

        /** Absent for none. Its content-type, in the headers, says how values are written into it. */
        Optional<String> body();

        /** What the status must match to mean taken. */
        @WithDefault("2\\d\\d")
        String successStatus();

        /** Where in the answer the word of success stands; absent: the status says it. */
        Optional<String> success();

        /** What must stand there. */
        @WithDefault(".+")
        String successMatches();

        /** Where in the answer the provider's id of the message stands. */
        Optional<String> messageId();

        /** What the answer must hold to mean that there is no such number. */
        Optional<String> badNumberMatches();

        ReceiptConfig receipt();

        ReplyConfig reply();
    }

    /** How the provider tells what became of a message. A field is a parameter's name, or a JSON pointer into the body. */
    interface ReceiptConfig {
        /** The field with the provider's id; absent: the callback's URL says which message it is. */
        Optional<String> messageId();

        /** The field with what became of it; absent: no receipts. */
        Optional<String> status();

        @WithDefault("(?i)delivrd|delivered|1")
        String arrivedMatches();

        @WithDefault("(?i)undeliv.*|expired|deleted|rejectd|rejected|failed|2|16")
        String lostMatches();
    }

    /** How the provider tells what people wrote. */
    interface ReplyConfig {
        /** The field with the writer's number; absent: no answers. */
        Optional<String> from();

        @WithDefault("text")
        String text();
    }

    /** The listener for callbacks, on a port of its own. */
    interface CallbackConfig {
        /** No listener if absent. */
        Optional<@Min(0) @Max(65_535) Integer> port();

        @WithDefault("0.0.0.0")
        String bind();

        /** Where providers reach the listener, such as {@code https://sms.example.org}. */
        Optional<URI> publicUrl();
    }
}
