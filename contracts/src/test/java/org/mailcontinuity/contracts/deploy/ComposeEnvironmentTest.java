package org.mailcontinuity.contracts.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeEnvironmentTest {
    /** What only the operator can know. */
    private static final Set<String> NAMED_BY_HAND = Set.of("CONTINUITY_RELAY_HOST", "CONTINUITY_NOTIFIER_FROM");

    @TempDir
    private Path folder;

    @Test
    void makesEverySettingThatComposeAsksFor() throws IOException, InterruptedException {
        generate();
        Set<String> made = Files.readAllLines(folder.resolve("env")).stream()
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        made.addAll(NAMED_BY_HAND);

        assertThat(made).isEqualTo(asked());
    }

    @Test
    void keepsWhatIsThere() throws IOException, InterruptedException {
        generate();
        String environment = Files.readString(folder.resolve("env"));
        String key = Files.readString(folder.resolve("keys/notifier-service/link.pem"));

        generate();

        assertThat(folder.resolve("env")).hasContent(environment);
        assertThat(folder.resolve("keys/notifier-service/link.pem")).hasContent(key);
    }

    @Test
    void keepsSecretsFromOtherUsers() throws IOException, InterruptedException {
        generate();

        for (String secret :
                new String[] {"env", "keys/notifier-service/link.pem", "keys/probe-service/tokens/1.key"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
                    .as(secret)
                    .isEqualTo("rw-------");
        }
        assertThat(folder.resolve("keys/event-service/link/1.pem")).content().startsWith("-----BEGIN PUBLIC KEY-----");
    }

    private void generate() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh",
                        Deployment.path("deploy/compose-env.sh").toString(),
                        folder.resolve("env").toString(),
                        folder.resolve("keys").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
    }

    private static Set<String> asked() {
        return Pattern.compile("\\$\\{([A-Z_]+):\\?")
                .matcher(Deployment.text(Deployment.path("docker-compose.yml")))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
