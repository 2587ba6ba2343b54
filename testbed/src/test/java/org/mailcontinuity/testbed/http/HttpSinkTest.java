package org.mailcontinuity.testbed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class HttpSinkTest {
    @Test
    void recordsRequestsAndAnswersInTurn() throws Exception {
        try (HttpSink sink = HttpSink.start();
                HttpClient client = HttpClient.newHttpClient()) {
            sink.answerNext(SinkAnswer.status(503).withBody("later"));
            HttpRequest request = HttpRequest.newBuilder(sink.uri("/hook"))
                    .header("X-Word", "a")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(503);
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(sink.requests()).hasSize(2).allSatisfy(seen -> {
                assertThat(seen.path()).isEqualTo("/hook");
                assertThat(seen.header("x-word")).contains("a");
                assertThat(seen.body()).isEqualTo("{}");
            });
        }
    }
}
