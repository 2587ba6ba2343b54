package org.mailcontinuity.testbed.broker;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A topic to create.
 *
 * @param name the topic's name
 * @param partitions at least 1
 * @param configs topic settings such as {@code cleanup.policy}
 */
public record TopicSpec(String name, int partitions, Map<String, String> configs) {
    public TopicSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: must not be blank");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: must be at least 1, was " + partitions);
        }
        configs = Map.copyOf(configs);
    }

    public TopicSpec(String name, int partitions) {
        this(name, partitions, Map.of());
    }

    /**
     * Reads the one-line form that fits into an annotation: {@code name[:partitions[:key=value;key=value]]}, several
     * separated by commas.
     */
    public static List<TopicSpec> parseList(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(TopicSpec::parse)
                .toList();
    }

    private static TopicSpec parse(String text) {
        String[] parts = text.split(":", 3);
        int partitions = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
        Map<String, String> configs = new LinkedHashMap<>();
        if (parts.length > 2) {
            for (String pair : parts[2].split(";", -1)) {
                String[] setting = pair.split("=", 2);
                if (setting.length != 2) {
                    throw new IllegalArgumentException("topic setting must be key=value, was " + pair);
                }
                configs.put(setting[0].strip(), setting[1].strip());
            }
        }
        return new TopicSpec(parts[0], partitions, configs);
    }
}
