package org.mailcontinuity.events.preview;

import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Timestamp;
import org.mailcontinuity.contracts.monitor.DetectionSettings;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.peer.Peer;
import org.mailcontinuity.events.peer.PeerClient;
import org.mailcontinuity.events.peer.PeerStream;
import org.mailcontinuity.events.peer.PeerStreamClient;

/** Asks the detector for a preview. */
@Singleton
class DetectorClient {
    private static final Peer DETECTOR = new Peer("detector-service", "detector");

    private final PeerStreamClient peers;
    private final URI previews;

    DetectorClient(PeerStreamClient peers, DetectorConfig config) {
        this.peers = peers;
        this.previews = PeerClient.address(config.url(), "/api/v1/previews");
    }

    /** Judges the samples of the time by {@code proposed} and by what the monitor has now. */
    PeerStream preview(MonitorDefinition present, DetectionSettings proposed, PreviewRequest.Span span)
            throws InterruptedException {
        String body = "{\"proposed\":%s,\"present\":%s,\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(
                        json(with(present, proposed)),
                        json(present),
                        Timestamp.format(span.from()),
                        Timestamp.format(span.until()));
        return peers.post(DETECTOR, previews, body, PreviewResource.LINES);
    }

    private static String json(MonitorDefinition definition) {
        return new String(Messages.encode(definition), StandardCharsets.UTF_8);
    }

    private static MonitorDefinition with(MonitorDefinition present, DetectionSettings proposed) {
        return new MonitorDefinition(
                present.monitorId(),
                present.revision(),
                present.name(),
                present.domain(),
                present.enabled(),
                present.labels(),
                present.inbound(),
                present.outbound(),
                present.traffic(),
                present.schedule(),
                present.vantages(),
                proposed,
                present.maintenance(),
                present.activation(),
                present.policyId());
    }
}
