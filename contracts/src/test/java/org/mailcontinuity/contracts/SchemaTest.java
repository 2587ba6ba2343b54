package org.mailcontinuity.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds records, JSON Schemas and golden files of every release to each other. */
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<MessageType<?>> types() {
        return Messages.types();
    }

    static List<Message> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaNamesTheFieldsOfTheRecord(MessageType<?> type) throws IOException {
        JsonNode schema = resource("/schemas/" + type.schema() + ".json");

        assertSameFields(schema, schema, type.messageClass(), type.schema());
    }

    @ParameterizedTest
    @MethodSource("types")
    void goldenFilesOfAllReleasesAreStillRead(MessageType<?> type) throws IOException {
        for (Path file : goldenFiles(type.schema())) {
            assertThat(Messages.decode(type.name(), Files.readAllBytes(file)))
                    .as("%s", file)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void newestGoldenFileIsReadAsTheExample(Message message) throws IOException {
        MessageType<?> type = Messages.typeOf(message.getClass());

        assertThat(Messages.decode(type.name(), JSON.writeValueAsBytes(golden(type.schema()))))
                .contains(message);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenIsTheGoldenFileAndKeepsToTheSchema(Message message) throws IOException {
        MessageType<?> type = Messages.typeOf(message.getClass());
        JsonNode written = JSON.readTree(Messages.encode(message));

        assertThat(written).isEqualTo(golden(type.schema()));
        assertThat(violations(type.schema(), written)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource(delimiter = '|', textBlock = """
            monitor-definition       | /monitorId                      | -
            monitor-definition       | /name                           | ""
            monitor-definition       | /domain                         | -
            monitor-definition       | /revision                       | 0
            monitor-definition       | /inbound/recipient              | "a"
            monitor-definition       | /inbound/routes/0/port          | 65536
            monitor-definition       | /outbound/submission/credential | "../secret"
            monitor-definition       | /detection/counter/threshold    | 0
            monitor-definition       | /detection/burnRate/objective   | 1.0
            monitor-definition       | /traffic/directions             | []
            monitor-definition       | /traffic/directions/0           | "ACCESS"
            sample                   | /sampleId                       | -
            sample                   | /timings                        | -
            sample                   | /timings/total                  | -1
            sample                   | /fault                          | -
            sample                   | /outcome                        | "SUCCESS"
            sample                   | /reply/code                     | 99
            sample                   | /reply/enhanced                 | "four"
            sample                   | /reply/text                     | "a\\nb"
            sample                   | /vantage                        | ""
            arrival                  | /sentAt                         | -
            arrival                  | /hops/0                         | ""
            confirmation-requested   | /direction                      | -
            confirmation-requested   | /vantage                        | ""
            confirmation-requested   | /sampleId                       | -
            vantage-status           | /worker                         | ""
            vantage-status           | /monitors                       | -1
            contact                  | /channels                       | []
            contact                  | /locale                         | "German"
            contact                  | /quietHours/spans               | []
            contact                  | /quietHours/spans/0/from        | "7:00"
            audience                 | /members                        | []
            audience                 | /members/1/phone                | "0660 1234567"
            audience                 | /chunk                          | -1
            pipeline-seen            | /sampledAt                      | -
            window-judgement         | /verdict                        | -
            window-judgement         | /evidence/threshold             | 0
            window-judgement         | /counts/0/failure               | -1
            disruption-opened        | /cause/confidence               | 1.5
            disruption-opened        | /cause/sentence                 | ""
            disruption-changed       | /changedAt                      | -
            disruption-reopened      | /reopenedAt                     | -
            disruption-cleared       | /reason                         | -
            continuity-event-changed | /name                           | ""
            continuity-event-changed | /change/actor                   | ""
            continuity-event-changed | /notices/wordings/0/language    | "German"
            continuity-mode          | /events                         | []
            alert-changed            | /episode                        | 0
            alert-changed            | /monitors                       | []
            alert-changed            | /domainCount                    | 0
            alert-changed            | /languages/0                    | "German"
            alert-changed            | /steps/0/contactIds             | []
            notification-attempted   | /attempt                        | 0
            notification-attempted   | /alertId                        | -
            contact-replied          | /command                        | -
            contact-replied          | /replyId                        | -
            reply-handled            | /outcome                        | -
            reply-handled            | /at                             | -
            """)
    void schemaAndRecordRefuseTheSame(String type, String pointer, String value) throws IOException {
        JsonNode changed = change(golden(type), pointer, value);
        MessageType<?> messageType = Messages.types().stream()
                .filter(candidate -> candidate.schema().equals(type))
                .findFirst()
                .orElseThrow();

        assertThat(violations(type, changed)).isNotEmpty();
        assertThatThrownBy(() -> Messages.decode(messageType.name(), JSON.writeValueAsBytes(changed)))
                .isInstanceOf(UnreadableMessageException.class);
    }

    private static void assertSameFields(JsonNode root, JsonNode schema, Class<?> record, String path) {
        assertThat(fieldsOf(schema)).as(path).isEqualTo(fieldsOf(record));
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                continue;
            }
            Class<?> inner = recordIn(component.getGenericType());
            if (inner.isRecord()) {
                JsonNode property = resolved(root, schema.path("properties").path(component.getName()));
                JsonNode items = property.has("items") ? resolved(root, property.get("items")) : property;
                assertSameFields(root, items, inner, path + "." + component.getName());
            }
        }
    }

    private static Set<String> fieldsOf(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> fieldsOf(Class<?> record) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(record.getRecordComponents())
                .forEach(component -> names.addAll(
                        component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                                ? fieldsOf(component.getType())
                                : Set.of(component.getName())));
        return names;
    }

    private static Class<?> recordIn(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic
            when generic.getActualTypeArguments().length == 1 -> recordIn(generic.getActualTypeArguments()[0]);
            default -> Object.class;
        };
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static JsonNode change(JsonNode message, String pointer, String value) throws IOException {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = message.at(pointer.substring(0, slash));
        String field = pointer.substring(slash + 1);
        switch (parent) {
            case ObjectNode object when value.equals("-") -> object.remove(field);
            case ObjectNode object -> object.set(field, JSON.readTree(value));
            case ArrayNode array -> array.set(Integer.parseInt(field), JSON.readTree(value));
            default -> throw new IllegalArgumentException(pointer + " is not in the example");
        }
        return message;
    }

    private static List<Error> violations(String schema, JsonNode message) throws IOException {
        return REGISTRY.getSchema(resource("/schemas/" + schema + ".json").toString())
                .validate(message.toString(), InputFormat.JSON);
    }

    private static JsonNode golden(String name) throws IOException {
        return JSON.readTree(goldenFiles(name).getLast().toFile());
    }

    /** Oldest release first. */
    private static List<Path> goldenFiles(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden", name))) {
            return files.sorted().toList();
        }
    }

    private static JsonNode resource(String path) throws IOException {
        try (InputStream file = SchemaTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return JSON.readTree(file);
        }
    }
}
