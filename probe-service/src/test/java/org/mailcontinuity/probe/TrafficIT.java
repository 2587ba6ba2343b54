package org.mailcontinuity.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Volume;

/** Counts of real mail, posted by a source, are in Kafka once the source has its answer. */
@QuarkusTest
@QuarkusTestResource(ProbeStack.class)
class TrafficIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "continuity.probe.traffic.port")
    int port;

    @Test
    void publishesCountsAsSamplesOfTheSource() throws Exception {
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
        String line =
                "{\"monitorId\":\"%s\",\"direction\":\"OUTBOUND\",\"minute\":\"%s\",\"accepted\":3,\"rejected\":1}\n"
                        .formatted(ProbeStack.TRAFFIC_MONITOR, minute);
        assertThat(post(line).body()).contains("\"taken\":1", "\"repeated\":0");
        assertThat(post(line + line).body()).contains("\"taken\":0", "\"repeated\":2");
        try (TopicTail samples = new TopicTail(bootstrapServers, Topics.SAMPLES.name())) {
            ConsumerRecord<byte[], byte[]> record =
                    samples.await(seen -> decoded(seen).check() == Check.TRAFFIC);
            Sample sample = decoded(record);
            assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(ProbeStack.TRAFFIC_MONITOR.toString());
            assertThat(sample.vantage()).isEqualTo("mx1");
            assertThat(sample.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(sample.volume()).contains(new Volume(3, 0, 1, List.of()));
            assertThat(samples.poll().stream().filter(seen -> decoded(seen).check() == Check.TRAFFIC))
                    .hasSize(1);
        }
    }

    private HttpResponse<String> post(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/traffic"))
                .header("Authorization", "Bearer " + ProbeStack.TRAFFIC_TOKEN)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Sample decoded(ConsumerRecord<byte[], byte[]> record) {
        return Messages.decode(Sample.class, record.value());
    }
}
