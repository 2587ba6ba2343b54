package org.mailcontinuity.contracts.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.contracts.deploy.Manifest.Workload;

/** Needs the command kubectl; without it these tests are skipped and say so. */
class KustomizeTest {

    @ParameterizedTest
    @ValueSource(strings = "minimal")
    void everyOverlayBuilds(String overlay) throws IOException, InterruptedException {
        assumeTrue(answers("kubectl", "version", "--client"), "skipped: the command kubectl is not on this machine");

        List<Map<String, Object>> built = Deployment.yaml(run(
                "kubectl",
                "kustomize",
                Deployment.path("deploy/kubernetes/overlays/" + overlay).toString()));
        List<HasMetadata> typed = Manifest.typed(built);

        assertThat(Manifest.workloads(typed))
                .extracting(Workload::name)
                .containsExactlyInAnyOrderElementsOf(Deployment.SERVICES);
        assertThat(Manifest.workloads(typed))
                .allSatisfy(
                        workload -> assertThat(workload.template().getMetadata().getLabels())
                                .containsEntry("app.kubernetes.io/part-of", "continuity"));
        assertThat(built)
                .filteredOn(manifest -> !"Namespace".equals(manifest.get("kind")))
                .allSatisfy(manifest ->
                        assertThat(Deployment.map(manifest.get("metadata"))).containsEntry("namespace", "continuity"));
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path errors = Path.of("target", "kustomize.err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Deployment.text(errors)).isZero();
        return output;
    }
}
