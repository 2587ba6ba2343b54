package org.mailcontinuity.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/topics.md and asyncapi.yaml to the code. */
class TopicsDocumentationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Message> examples() {
        return Examples.all();
    }

    static List<Topic> topics() {
        return Topics.primary();
    }

    static List<MessageType<?>> types() {
        return Messages.types();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void documentationShowsTheMessageAsItIsWritten(Message message) throws IOException {
        MessageType<?> type = Messages.typeOf(message.getClass());
        String section = documentation().split("`" + type.name() + "`", 2)[1];
        String example = section.split("```json", 2)[1].split("```", 2)[0];

        assertThat(JSON.readTree(example)).isEqualTo(JSON.readTree(Messages.encode(message)));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void documentationListsTheTopic(Topic topic) throws IOException {
        assertThat(documentation().lines())
                .anyMatch(line -> line.startsWith("| `" + topic.name() + "` |")
                        && line.contains(topic.writer())
                        && line.endsWith("| " + topic.partitions() + " |"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void asyncApiDescribesTheMessageOnItsTopic(MessageType<?> type) throws IOException {
        String asyncApi = Files.readString(Path.of("src/main/resources/asyncapi.yaml"));

        assertThat(asyncApi)
                .contains("address: " + type.topic().name() + "\n")
                .contains("name: " + type.name() + "\n")
                .contains("./schemas/" + type.schema() + ".json");
    }

    private static String documentation() throws IOException {
        return Files.readString(Path.of("../docs/topics.md"));
    }
}
