package org.mailcontinuity.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardWebhookTest {
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    /** The example of the specification and its reference libraries. */
    @Test
    void signsAsTheSpecificationsExample() {
        Map<String, String> headers =
                StandardWebhook.headers(ID, NOW, BODY, List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(headers)
                .containsEntry("webhook-id", ID)
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEachSecretWhileSecretsAreChanged() {
        Map<String, String> headers = StandardWebhook.headers(
                ID, NOW, BODY, List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "a secret of enough length"));
        assertThat(headers)
                .hasEntrySatisfying(
                        "webhook-signature",
                        signatures ->
                                assertThat(signatures.split(" ")).hasSize(2).allMatch(part -> part.startsWith("v1,")));
    }

    @Test
    void refusesSecretsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> StandardWebhook.headers(ID, NOW, BODY, List.of("short")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardWebhook.headers(ID, NOW, BODY, List.of("whsec_***")));
    }
}
