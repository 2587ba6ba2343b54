package org.mailcontinuity.events.peer;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks other services, in this one's name, for answers that are read while they are written. Thread-safe. */
@Singleton
public class PeerStreamClient {
    private static final Logger LOG = Logger.getLogger(PeerStreamClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** Until the answer begins. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int LONGEST_REFUSAL = 4096;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Optional<Path> key;
    private final InstantSource clock;

    PeerStreamClient(ServiceConfig service, InstantSource clock) {
        this.key = service.privateKey();
        this.clock = clock;
    }

    /** Posts JSON; returns when the answer begins. */
    public PeerStream post(Peer peer, URI address, String json, String accept) throws InterruptedException {
        if (key.isEmpty()) {
            return new PeerStream.Away("This service has no key to call the %s with (continuity.service.private-key)."
                    .formatted(peer.title()));
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + ServiceToken.sign(key.get(), peer.audience(), clock.instant()))
                    .header("Content-Type", "application/json")
                    .header("Accept", accept)
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            return answer(peer, http.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (GeneralSecurityException e) {
            LOG.errorf("service key cannot be used cause=%s", e.getMessage());
            return new PeerStream.Away("This service's key cannot be used (continuity.service.private-key).");
        } catch (ConnectException e) {
            return new PeerStream.Away(
                    "The %s at %s cannot be reached.".formatted(peer.title(), address.getAuthority()));
        } catch (IOException e) {
            LOG.warnf("call failed service=%s cause=%s", peer.audience(), e.getMessage());
            return new PeerStream.Away("The %s at %s did not answer.".formatted(peer.title(), address.getAuthority()));
        }
    }

    private static PeerStream answer(Peer peer, HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() == 200) {
            return new PeerStream.Open(response.body());
        }
        try (InputStream body = response.body()) {
            String said = new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
            LOG.warnf("call refused service=%s status=%d answer=%s", peer.audience(), response.statusCode(), said);
        }
        return switch (response.statusCode()) {
            case 401, 403 -> new PeerStream.Away("The %s does not trust this service's key.".formatted(peer.title()));
            case 503 -> new PeerStream.Busy("The %s cannot do this now.".formatted(peer.title()));
            default ->
                new PeerStream.Away("The %s answered with status %d.".formatted(peer.title(), response.statusCode()));
        };
    }
}
