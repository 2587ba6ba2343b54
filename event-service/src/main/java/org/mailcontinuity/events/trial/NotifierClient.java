package org.mailcontinuity.events.trial;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.mailcontinuity.events.peer.NotifierConfig;
import org.mailcontinuity.events.peer.Peer;
import org.mailcontinuity.events.peer.PeerAnswer;
import org.mailcontinuity.events.peer.PeerClient;

/** Calls the notifier. Blocks its caller for as long as sending takes. */
@Singleton
class NotifierClient {
    private static final Logger LOG = Logger.getLogger(NotifierClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_ROUNDS = 10;
    private static final long BETWEEN_ROUNDS_MILLIS = 500;

    private final PeerClient peers;
    private final URI tests;
    private final ObjectMapper json;
    private final ObjectReader views;

    NotifierClient(PeerClient peers, NotifierConfig config, ObjectMapper json) {
        this.peers = peers;
        this.tests = PeerClient.address(config.url(), "/api/v1/tests");
        this.json = json;
        this.views = json.readerFor(TrialView.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
    }

    /** Tries addresses. A contact made just now may still be on its way to the notifier: it is waited for, 5 s at most. */
    NotifierAnswer attempt(TrialRequest request) throws InterruptedException {
        String body = text(request);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            switch (peers.post(Peer.NOTIFIER, tests, body, PATIENCE)) {
                case PeerAnswer.Away away -> {
                    return new NotifierAnswer.Away(away.why());
                }
                case PeerAnswer.Answered answered
                when answered.status() != 404 -> {
                    return answer(answered);
                }
                case PeerAnswer.Answered unknown -> Thread.sleep(BETWEEN_ROUNDS_MILLIS);
            }
        }
        return new NotifierAnswer.Away("The notifier does not know this contact, or this address of it, yet.");
    }

    private NotifierAnswer answer(PeerAnswer.Answered answered) {
        if (answered.status() != 200) {
            LOG.warnf("notifier refuses a test status=%d", answered.status());
            return new NotifierAnswer.Away("The notifier answered with status %d.".formatted(answered.status()));
        }
        try {
            return new NotifierAnswer.Tried(views.readValue(answered.body()));
        } catch (IOException e) {
            LOG.warnf("notifier's answer cannot be read cause=%s", e.getMessage());
            return new NotifierAnswer.Away("The notifier's answer cannot be read.");
        }
    }

    private String text(TrialRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (IOException e) {
            throw new IllegalStateException("a request is always JSON", e);
        }
    }
}
