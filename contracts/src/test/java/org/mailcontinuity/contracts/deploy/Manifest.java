package org.mailcontinuity.contracts.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Manifests as Kubernetes' own types: a field that Kubernetes does not know is an error. */
final class Manifest {
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "v1/ConfigMap", ConfigMap.class,
            "v1/Namespace", Namespace.class,
            "v1/Service", Service.class,
            "v1/ServiceAccount", ServiceAccount.class,
            "apps/v1/Deployment", Deployment.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);
    private static final Set<String> STRIMZI = Set.of("Kafka", "KafkaNodePool", "KafkaTopic", "KafkaUser");
    private static final ObjectMapper STRICT = new ObjectMapper().setAnnotationIntrospector(new WithoutAnySetter());

    private Manifest() {}

    /** The typed form of every manifest but Strimzi's, whose types are not Kubernetes'. */
    static List<HasMetadata> typed(List<Map<String, Object>> manifests) {
        return manifests.stream()
                .filter(manifest -> !isStrimzi(manifest))
                .map(Manifest::typed)
                .toList();
    }

    static <T extends HasMetadata> List<T> only(Class<T> type, List<HasMetadata> manifests) {
        return manifests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A workload and what its pods are made from. */
    record Workload(String name, PodTemplateSpec template) {}

    static List<Workload> workloads(List<HasMetadata> manifests) {
        return manifests.stream().flatMap(Manifest::workload).toList();
    }

    private static Stream<Workload> workload(HasMetadata manifest) {
        String name = manifest.getMetadata().getName();
        return switch (manifest) {
            case Deployment it -> Stream.of(new Workload(name, it.getSpec().getTemplate()));
            case StatefulSet it -> Stream.of(new Workload(name, it.getSpec().getTemplate()));
            default -> Stream.of();
        };
    }

    private static boolean isStrimzi(Map<String, Object> manifest) {
        return "kafka.strimzi.io/v1".equals(manifest.get("apiVersion"))
                && STRIMZI.contains(String.valueOf(manifest.get("kind")));
    }

    private static HasMetadata typed(Map<String, Object> manifest) {
        String kind = manifest.get("apiVersion") + "/" + manifest.get("kind");
        Class<? extends HasMetadata> type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("A kind that this test does not know: " + kind);
        }
        return STRICT.convertValue(manifest, type);
    }

    /** Kubernetes' types keep unknown fields in a map; without it Jackson reports them. */
    private static final class WithoutAnySetter extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
