package org.mailcontinuity.events.notice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.mailcontinuity.events.peer.NotifierConfig;
import org.mailcontinuity.events.peer.Peer;
import org.mailcontinuity.events.peer.PeerAnswer;
import org.mailcontinuity.events.peer.PeerClient;
import org.mailcontinuity.events.problem.Violation;

/** Has the notifier word a notice. Blocks its caller; thread-safe. */
@Singleton
class NoticeClient {
    private static final Logger LOG = Logger.getLogger(NoticeClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PeerClient peers;
    private final URI previews;
    private final ObjectMapper json;
    private final ObjectReader views;
    private final ObjectReader problems;

    NoticeClient(PeerClient peers, NotifierConfig config, ObjectMapper json) {
        this.peers = peers;
        this.previews = PeerClient.address(config.url(), "/api/v1/previews");
        this.json = json;
        this.views = json.readerFor(NoticePreviewView.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.problems = json.readerFor(Problem.class);
    }

    NoticeAnswer preview(NoticePreviewRequest request) throws InterruptedException {
        return switch (peers.post(Peer.NOTIFIER, previews, text(request), PATIENCE)) {
            case PeerAnswer.Away away -> new NoticeAnswer.Away(away.why());
            case PeerAnswer.Answered answered -> answer(answered);
        };
    }

    private NoticeAnswer answer(PeerAnswer.Answered answered) {
        try {
            return switch (answered.status()) {
                case 200 -> new NoticeAnswer.Worded(views.readValue(answered.body()));
                case 400, 422 ->
                    new NoticeAnswer.Faulty(
                            problems.<Problem>readValue(answered.body()).violations());
                default -> new NoticeAnswer.Away("The notifier answered with status %d.".formatted(answered.status()));
            };
        } catch (IOException e) {
            LOG.warnf("notifier's answer cannot be read cause=%s", e.getMessage());
            return new NoticeAnswer.Away("The notifier's answer cannot be read.");
        }
    }

    private String text(NoticePreviewRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (IOException e) {
            throw new IllegalStateException("a request is always JSON", e);
        }
    }

    /** As much of the notifier's refusal as is passed on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(List<Violation> violations) {}
}
