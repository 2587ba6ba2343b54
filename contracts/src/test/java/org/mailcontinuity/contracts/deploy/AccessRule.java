package org.mailcontinuity.contracts.deploy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing a service may do on the broker.
 *
 * @param service the Kafka user
 * @param kind topic, group or transactional-id
 * @param prefixed whether the name is the beginning of names
 * @param name the resource
 * @param operation as Kafka names it
 */
record AccessRule(String service, String kind, boolean prefixed, String name, String operation)
        implements Comparable<AccessRule> {

    static Set<AccessRule> ofList() {
        return Deployment.list("deploy/kafka/acls.txt").stream()
                .flatMap(AccessRule::ofLine)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<AccessRule> ofManifests() {
        return Deployment.manifests("KafkaUser").stream()
                .flatMap(AccessRule::ofUser)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean writesTopic(String topic) {
        return kind.equals("topic") && operation.equals("Write") && covers(topic);
    }

    boolean readsTopic(String topic) {
        return kind.equals("topic") && operation.equals("Read") && covers(topic);
    }

    private boolean covers(String topic) {
        return prefixed ? topic.startsWith(name) : topic.equals(name);
    }

    private static Stream<AccessRule> ofLine(List<String> line) {
        boolean prefixed = line.get(2).equals("prefixed");
        return line.stream()
                .skip(4)
                .flatMap(name -> Arrays.stream(line.get(3).split(","))
                        .map(operation -> new AccessRule(line.get(0), line.get(1), prefixed, name, operation)));
    }

    private static Stream<AccessRule> ofUser(Map<String, Object> user) {
        Map<String, Object> authorization =
                Deployment.map(Deployment.map(user.get("spec")).get("authorization"));
        return Deployment.sequence(authorization.get("acls")).stream()
                .map(Deployment::map)
                .flatMap(acl -> ofAcl(Deployment.nameOf(user), acl));
    }

    private static Stream<AccessRule> ofAcl(String service, Map<String, Object> acl) {
        Map<String, Object> resource = Deployment.map(acl.get("resource"));
        String type = String.valueOf(resource.get("type"));
        String kind = type.equals("transactionalId") ? "transactional-id" : type;
        boolean prefixed = "prefix".equals(resource.get("patternType"));
        String name = String.valueOf(resource.get("name"));
        return Deployment.sequence(acl.get("operations")).stream()
                .map(operation -> new AccessRule(service, kind, prefixed, name, String.valueOf(operation)));
    }

    @Override
    public int compareTo(AccessRule other) {
        return toString().compareTo(other.toString());
    }
}
