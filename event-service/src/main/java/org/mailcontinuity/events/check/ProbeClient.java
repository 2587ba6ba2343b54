package org.mailcontinuity.events.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Outbound;

/** Calls the probe. Blocks its caller for as long as the check takes. */
@Singleton
class ProbeClient {
    private static final Logger LOG = Logger.getLogger(ProbeClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI checks;
    private final Optional<Path> key;
    private final ObjectReader json;
    private final InstantSource clock;

    ProbeClient(ProbeConfig config, ServiceConfig service, ObjectMapper json, InstantSource clock) {
        this.checks = URI.create(config.url().toString().replaceAll("/+$", "") + "/api/v1/checks");
        this.key = service.privateKey();
        this.json = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
        this.clock = clock;
    }

    ProbeAnswer check(MonitorDefinition definition) throws InterruptedException {
        if (key.isEmpty()) {
            return new ProbeAnswer.Away(
                    "This service has no key to call the probe with (continuity.service.private-key).");
        }
        try {
            HttpResponse<InputStream> response =
                    http.send(request(definition, key.get()), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return answer(response.statusCode(), body.readNBytes(LARGEST_ANSWER));
            }
        } catch (GeneralSecurityException e) {
            LOG.errorf("service key cannot be used cause=%s", e.getMessage());
            return new ProbeAnswer.Away("This service's key cannot be used (continuity.service.private-key).");
        } catch (ConnectException e) {
            return new ProbeAnswer.Away("The probe at %s cannot be reached.".formatted(checks.getAuthority()));
        } catch (HttpTimeoutException e) {
            return new ProbeAnswer.Away("The probe at %s did not answer in time.".formatted(checks.getAuthority()));
        } catch (IOException e) {
            LOG.warnf("probe call failed cause=%s", e.getMessage());
            return new ProbeAnswer.Away("The call to the probe at %s failed.".formatted(checks.getAuthority()));
        }
    }

    private HttpRequest request(MonitorDefinition definition, Path keyFile)
            throws IOException, GeneralSecurityException {
        String body = "{\"definition\":" + new String(Messages.encode(definition), StandardCharsets.UTF_8) + "}";
        return HttpRequest.newBuilder(checks)
                .timeout(longest(definition))
                .header("Authorization", "Bearer " + ServiceToken.sign(keyFile, "probe-service", clock.instant()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private ProbeAnswer answer(int status, byte[] body) throws IOException {
        if (status == 200) {
            return new ProbeAnswer.Checked(json.forType(CheckView.class).readValue(body));
        }
        LOG.warnf("probe refuses a check status=%d", status);
        return new ProbeAnswer.Away(
                switch (status) {
                    case 401, 403 -> "The probe does not trust this service's key.";
                    case 503 -> "The probe has too many checks under way.";
                    default -> "The probe answered with status %d%s.".formatted(status, detail(body));
                });
    }

    private String detail(byte[] body) {
        try {
            JsonNode detail = json.readTree(body).path("detail");
            return detail.isTextual() ? ": " + detail.asText() : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static Duration longest(MonitorDefinition definition) {
        Duration sending = definition.schedule().timeout();
        // The probe waits beyond the limit, at most as long again, to tell a late message from a lost one.
        return sending.plus(definition
                        .outbound()
                        .map(Outbound::latencyLimit)
                        .orElse(Duration.ZERO)
                        .multipliedBy(2))
                .plus(MARGIN);
    }
}
