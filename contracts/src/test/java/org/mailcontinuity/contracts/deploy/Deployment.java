package org.mailcontinuity.contracts.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The deployment's files, as they lie in the repository. */
final class Deployment {
    static final List<String> SERVICES =
            List.of("probe-service", "detector-service", "event-service", "notifier-service");

    private Deployment() {}

    /** The repository's root: the nearest folder upwards that has a docker-compose.yml. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "No docker-compose.yml in or above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    static Path path(String name) {
        return root().resolve(name);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a list file, split at spaces; without comments and blank lines. */
    static List<List<String>> list(String name) {
        return text(path(name))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.trim().split("\\s+")))
                .toList();
    }

    /** The documents of a YAML text, anchors and merge keys resolved. */
    static List<Map<String, Object>> yaml(String text) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
                .map(Deployment::map)
                .toList();
    }

    /** Every YAML file below a folder of the repository. */
    static List<Path> yamlFiles(String folder) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every manifest below deploy/kubernetes, without the kustomizations themselves. */
    static List<Map<String, Object>> manifests() {
        return yamlFiles("deploy/kubernetes").stream()
                .flatMap(file -> yaml(text(file)).stream())
                .filter(manifest -> !"Kustomization".equals(manifest.get("kind")))
                .toList();
    }

    static List<Map<String, Object>> manifests(String kind) {
        return manifests().stream()
                .filter(manifest -> kind.equals(manifest.get("kind")))
                .toList();
    }

    static String nameOf(Map<String, Object> manifest) {
        return String.valueOf(map(manifest.get("metadata")).get("name"));
    }

    /** A YAML mapping; an absent one is empty. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** A YAML sequence; an absent one is empty. */
    @SuppressWarnings("unchecked")
    static List<Object> sequence(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
