package org.mailcontinuity.detector.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.UnreadableMessageException;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.detector.monitor.MonitorSettings;

/** Reads a file of one monitor definition, or an array of them. */
final class MonitorFile {
    private static final JsonMapper JSON = new JsonMapper();

    private MonitorFile() {}

    /**
     * The settings of each monitor in the file.
     *
     * @throws UsageException if the file is none of monitor definitions; its message says where and why
     */
    static List<MonitorSettings> read(Path file) throws IOException {
        JsonNode root = parse(file);
        List<JsonNode> nodes = new ArrayList<>();
        if (root.isArray()) {
            root.forEach(nodes::add);
        } else {
            nodes.add(root);
        }
        List<MonitorSettings> monitors = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        for (JsonNode node : nodes) {
            String place = file + (root.isArray() ? " [" + monitors.size() + "]" : "");
            MonitorSettings monitor = settings(node, place);
            if (!known.add(monitor.monitorId())) {
                throw new UsageException(place + ": monitorId must occur once, but is again: " + monitor.monitorId());
            }
            monitors.add(monitor);
        }
        if (monitors.isEmpty()) {
            throw new UsageException(file + ": must define at least one monitor");
        }
        return monitors;
    }

    private static JsonNode parse(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
            JsonNode root = JSON.readTree(parser);
            if (root == null || parser.nextToken() != null) {
                throw new UsageException(file + ": must be one monitor definition, or an array of them");
            }
            return root;
        } catch (NoSuchFileException e) {
            throw new UsageException(file + ": there is no such file");
        } catch (JacksonException e) {
            throw new UsageException(file + ": must be JSON: " + e.getOriginalMessage());
        }
    }

    private static MonitorSettings settings(JsonNode node, String place) throws IOException {
        try {
            return MonitorSettings.of(Messages.decode(MonitorDefinition.class, JSON.writeValueAsBytes(node)));
        } catch (UnreadableMessageException | IllegalArgumentException e) {
            throw new UsageException(place + ": " + e.getMessage());
        }
    }
}
