package org.mailcontinuity.testbed.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.testbed.FreePort;

class EmbeddedBrokerIT {
    private static final BrokerCredentials CREDENTIALS = new BrokerCredentials("continuity", "s3cret-word");

    @Test
    void keepsTopicsOverARestartAndRefusesAWrongPassword(@TempDir Path directory) throws Exception {
        BrokerSettings settings = new BrokerSettings(
                directory.resolve("broker"), FreePort.find(), FreePort.find(), Optional.of(CREDENTIALS), true);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
            TopicCreation.createMissing(broker.clientSettings(), List.of(new TopicSpec("kept", 2)));
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
            assertThat(topicsSeenWith(broker.clientSettings())).containsExactly("kept");
            Map<String, String> wrong = new HashMap<>(broker.clientSettings());
            wrong.putAll(new BrokerCredentials("continuity", "guessed").clientSettings());
            assertThatThrownBy(() -> topicsSeenWith(wrong)).hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static Set<String> topicsSeenWith(Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings))) {
            return admin.listTopics().names().get();
        }
    }
}
