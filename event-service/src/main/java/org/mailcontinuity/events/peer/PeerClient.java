package org.mailcontinuity.events.peer;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Calls other services in this one's name. Blocks its caller; thread-safe. */
@Singleton
public class PeerClient {
    private static final Logger LOG = Logger.getLogger(PeerClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Optional<Path> key;
    private final InstantSource clock;

    PeerClient(ServiceConfig service, InstantSource clock) {
        this.key = service.privateKey();
        this.clock = clock;
    }

    /** Where a service's API has {@code path}. */
    public static URI address(URI service, String path) {
        return URI.create(service.toString().replaceAll("/+$", "") + path);
    }

    /** Posts JSON and waits for the answer, at most {@code patience}. */
    public PeerAnswer post(Peer peer, URI address, String json, Duration patience) throws InterruptedException {
        if (key.isEmpty()) {
            return new PeerAnswer.Away("This service has no key to call the %s with (continuity.service.private-key)."
                    .formatted(peer.title()));
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(patience)
                    .header("Authorization", "Bearer " + ServiceToken.sign(key.get(), peer.audience(), clock.instant()))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return answered(peer, response.statusCode(), body.readNBytes(LARGEST_ANSWER));
            }
        } catch (GeneralSecurityException e) {
            LOG.errorf("service key cannot be used cause=%s", e.getMessage());
            return new PeerAnswer.Away("This service's key cannot be used (continuity.service.private-key).");
        } catch (ConnectException e) {
            return away(peer, address, "cannot be reached");
        } catch (HttpTimeoutException e) {
            return away(peer, address, "did not answer in time");
        } catch (IOException e) {
            LOG.warnf("call failed service=%s cause=%s", peer.audience(), e.getMessage());
            return away(peer, address, "did not answer to the end");
        }
    }

    private static PeerAnswer answered(Peer peer, int status, byte[] body) {
        return status == 401 || status == 403
                ? new PeerAnswer.Away("The %s does not trust this service's key.".formatted(peer.title()))
                : new PeerAnswer.Answered(status, body);
    }

    private static PeerAnswer away(Peer peer, URI address, String what) {
        return new PeerAnswer.Away("The %s at %s %s.".formatted(peer.title(), address.getAuthority(), what));
    }
}
