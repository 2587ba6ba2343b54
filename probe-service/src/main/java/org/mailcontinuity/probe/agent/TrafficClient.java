package org.mailcontinuity.probe.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Posts lines of counts. Blocks its caller; for one thread. */
final class TrafficClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER = 500;

    private final HttpClient http;
    private final AgentSettings settings;

    TrafficClient(AgentSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        settings.trustCertificates().ifPresent(file -> builder.sslContext(trusting(file)));
        this.http = builder.build();
    }

    /** What came of a request. */
    sealed interface Answer {
        /** Every line is settled: taken, known already, or refused for good. */
        record Settled(String report) implements Answer {}

        /** The request had more bytes than are taken at once. */
        record TooLarge() implements Answer {}

        /** Nothing is settled; to be sent again. */
        record Later(Duration after, String why) implements Answer {}
    }

    Answer post(List<String> lines) throws InterruptedException {
        try {
            String token = Files.readString(settings.tokenFile())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            HttpRequest request = HttpRequest.newBuilder(settings.endpoint())
                    .timeout(LONGEST)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines) + "\n"))
                    .build();
            return answer(http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return new Answer.Later(Duration.ofSeconds(1), String.valueOf(e));
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        String body = response.body();
        String shown = body.length() <= LONGEST_ANSWER ? body : body.substring(0, LONGEST_ANSWER);
        return switch (response.statusCode()) {
            case 200, 422 -> new Answer.Settled(shown);
            case 413 -> new Answer.TooLarge();
            default -> new Answer.Later(retryAfter(response), "status " + response.statusCode() + " " + shown);
        };
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        try {
            return Duration.ofSeconds(Math.clamp(
                    response.headers()
                            .firstValue("Retry-After")
                            .map(Long::parseLong)
                            .orElse(1L),
                    1,
                    300));
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(1);
        }
    }

    private static SSLContext trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("trustCertificates cannot be read: " + file, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
