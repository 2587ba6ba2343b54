package org.mailcontinuity.contracts.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;

class TopicListTest {
    private static final String REPLICATION = "min.insync.replicas";

    private record Created(int partitions, Map<String, String> configuration) {}

    @Test
    void composeCreatesExactlyTheTopicsOfTheContract() {
        Map<String, Created> listed = new TreeMap<>();
        for (List<String> line : Deployment.list("deploy/kafka/topics.txt")) {
            Map<String, String> configuration = line.stream()
                    .skip(2)
                    .map(setting -> setting.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            Created before = listed.put(line.get(0), new Created(Integer.parseInt(line.get(1)), configuration));
            assertThat(before).as("%s is listed once", line.get(0)).isNull();
        }

        assertThat(listed).isEqualTo(contract());
    }

    @Test
    void kubernetesCreatesExactlyTheTopicsOfTheContract() {
        Map<String, Created> declared = new TreeMap<>();
        for (Map<String, Object> manifest : Deployment.manifests("KafkaTopic")) {
            Map<String, Object> spec = Deployment.map(manifest.get("spec"));
            Map<String, String> configuration = new LinkedHashMap<>();
            Deployment.map(spec.get("config")).forEach((key, value) -> configuration.put(key, String.valueOf(value)));
            configuration.remove(REPLICATION);
            declared.put(
                    Deployment.nameOf(manifest),
                    new Created(Integer.parseInt(String.valueOf(spec.get("partitions"))), configuration));
        }

        assertThat(declared).isEqualTo(contract());
    }

    private static Map<String, Created> contract() {
        return Topics.all().stream()
                .collect(Collectors.toMap(
                        Topic::name,
                        topic -> new Created(topic.partitions(), topic.configuration()),
                        (first, second) -> first,
                        TreeMap::new));
    }
}
