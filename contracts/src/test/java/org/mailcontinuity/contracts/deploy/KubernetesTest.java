package org.mailcontinuity.contracts.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.deploy.Manifest.Workload;

class KubernetesTest {
    private static final String NAME = "app.kubernetes.io/name";

    private final List<HasMetadata> manifests = Manifest.typed(Deployment.manifests());
    private final List<Workload> workloads = Manifest.workloads(manifests);

    @Test
    void runsTheFourServices() {
        assertThat(workloads).extracting(Workload::name).containsExactlyInAnyOrderElementsOf(Deployment.SERVICES);
    }

    @Test
    void everyServiceHasItsNameAnAccountABudgetAScalerAndAPolicy() {
        for (String service : Deployment.SERVICES) {
            assertThat(names(Service.class)).contains(service);
            assertThat(names(ServiceAccount.class)).contains(service);
            assertThat(names(PodDisruptionBudget.class)).contains(service);
            assertThat(names(HorizontalPodAutoscaler.class)).contains(service);
            assertThat(names(NetworkPolicy.class)).contains(service);
        }
    }

    @Test
    void everyContainerHasRequestsAndLimits() {
        eachContainer(container -> {
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
        });
    }

    @Test
    void everyContainerIsProbedOnItsManagementPort() {
        eachContainer(container -> {
            probe(container.getStartupProbe(), "/q/health/started");
            probe(container.getReadinessProbe(), "/q/health/ready");
            probe(container.getLivenessProbe(), "/q/health/live");
            assertThat(container.getLifecycle().getPreStop()).isNotNull();
        });
    }

    @Test
    void everyPodMeetsTheRestrictedPodSecurityStandard() {
        for (Workload workload : workloads) {
            PodSpec pod = workload.template().getSpec();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getServiceAccountName()).isEqualTo(workload.name());
            assertThat(pod.getTopologySpreadConstraints()).isNotEmpty();
        }
        eachContainer(container -> {
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
        });
    }

    @Test
    void noVariableNamedAfterAServiceIsReadAsAKafkaSetting() {
        for (Workload workload : workloads) {
            assertThat(workload.template().getSpec().getEnableServiceLinks())
                    .as(workload.name())
                    .isFalse();
        }
    }

    @Test
    void everyImageHasAFullVersion() {
        eachContainer(container ->
                assertThat(container.getImage()).matches("continuity/[a-z-]+:\\d+\\.\\d+\\.\\d+(-[A-Za-z0-9.]+)?"));
    }

    @Test
    void everyMountHasItsVolume() {
        for (Workload workload : workloads) {
            List<String> volumes = workload.template().getSpec().getVolumes().stream()
                    .map(Volume::getName)
                    .toList();
            workload.template().getSpec().getContainers().stream()
                    .flatMap(container -> container.getVolumeMounts().stream())
                    .map(VolumeMount::getName)
                    .filter(mount -> !mount.equals("state"))
                    .forEach(mount -> assertThat(volumes).as(workload.name()).contains(mount));
        }
    }

    @Test
    void everyPodIsSelectedByThePolicyThatDeniesAll() {
        NetworkPolicy deny = Manifest.only(NetworkPolicy.class, manifests).stream()
                .filter(policy -> policy.getMetadata().getName().equals("default-deny"))
                .findFirst()
                .orElseThrow();
        Map<String, String> selected = deny.getSpec().getPodSelector().getMatchLabels();

        assertThat(deny.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
        assertThat(Deployment.text(Deployment.path("deploy/kubernetes/base/kustomization.yaml")))
                .contains("app.kubernetes.io/part-of: " + selected.get("app.kubernetes.io/part-of"))
                .contains("includeTemplates: true");
    }

    @Test
    void everyPolicyAndServiceSelectsPodsThatExist() {
        Manifest.only(Service.class, manifests)
                .forEach(service -> assertThat(Deployment.SERVICES)
                        .contains(service.getSpec().getSelector().get(NAME)));
        Manifest.only(NetworkPolicy.class, manifests).stream()
                .map(policy -> policy.getSpec().getPodSelector().getMatchLabels())
                .filter(labels -> labels.containsKey(NAME))
                .forEach(labels -> assertThat(Deployment.SERVICES).contains(labels.get(NAME)));
    }

    @Test
    void noSecretIsWrittenDown() {
        assertThat(Manifest.only(ConfigMap.class, manifests))
                .allSatisfy(map -> assertThat(map.getData().keySet())
                        .noneMatch(key -> key.matches("(?i).*(password|token|secret|jaas).*")));
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsAnError() {
        Map<String, Object> service = Map.of("apiVersion", "v1", "kind", "Service", "spec", Map.of("portz", List.of()));

        assertThatThrownBy(() -> Manifest.typed(List.of(service))).hasMessageContaining("portz");
    }

    private static void probe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
    }

    private void eachContainer(Consumer<Container> check) {
        for (Workload workload : workloads) {
            assertThat(workload.template().getSpec().getContainers())
                    .as(workload.name())
                    .isNotEmpty()
                    .allSatisfy(check);
        }
    }

    private <T extends HasMetadata> List<String> names(Class<T> type) {
        return Manifest.only(type, manifests).stream()
                .map(manifest -> manifest.getMetadata().getName())
                .toList();
    }
}
