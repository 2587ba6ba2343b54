package org.mailcontinuity.events.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.monitor.Outbound;
import org.mailcontinuity.events.peer.Peer;
import org.mailcontinuity.events.peer.PeerAnswer;
import org.mailcontinuity.events.peer.PeerClient;

/** Calls the probe. Blocks its caller for as long as the check takes. */
@Singleton
class ProbeClient {
    private static final Logger LOG = Logger.getLogger(ProbeClient.class);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final PeerClient peers;
    private final URI checks;
    private final ObjectReader json;

    ProbeClient(PeerClient peers, ProbeConfig config, ObjectMapper json) {
        this.peers = peers;
        this.checks = PeerClient.address(config.url(), "/api/v1/checks");
        this.json = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
    }

    ProbeAnswer check(MonitorDefinition definition) throws InterruptedException {
        String body = "{\"definition\":" + new String(Messages.encode(definition), StandardCharsets.UTF_8) + "}";
        return switch (peers.post(Peer.PROBE, checks, body, longest(definition))) {
            case PeerAnswer.Answered answered -> answer(answered.status(), answered.body());
            case PeerAnswer.Away away -> new ProbeAnswer.Away(away.why());
        };
    }

    private ProbeAnswer answer(int status, byte[] body) {
        try {
            if (status == 200) {
                return new ProbeAnswer.Checked(json.forType(CheckView.class).readValue(body));
            }
        } catch (IOException e) {
            LOG.warnf("probe's answer cannot be read cause=%s", e.getMessage());
            return new ProbeAnswer.Away("The probe's answer cannot be read.");
        }
        LOG.warnf("probe refuses a check status=%d", status);
        return new ProbeAnswer.Away(
                status == 503
                        ? "The probe has too many checks under way."
                        : "The probe answered with status %d%s.".formatted(status, detail(body)));
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
