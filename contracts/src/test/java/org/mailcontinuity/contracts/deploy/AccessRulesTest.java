package org.mailcontinuity.contracts.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;

class AccessRulesTest {
    private final Set<AccessRule> rules = AccessRule.ofList();

    @Test
    void kubernetesAllowsWhatComposeAllows() {
        assertThat(AccessRule.ofManifests()).isEqualTo(rules);
    }

    @Test
    void aTopicIsWrittenByItsWriterAlone() {
        for (Topic topic : Topics.primary()) {
            Set<String> expected = new TreeSet<>(Set.of(topic.writer()));
            expected.retainAll(Deployment.SERVICES);
            assertThat(writers(topic)).as("writers of %s", topic.name()).isEqualTo(expected);
        }
    }

    @Test
    void everyReaderMayWriteTheDeadLettersOfWhatItReadsAndNobodyElse() {
        for (Topic topic : Topics.primary()) {
            assertThat(writers(topic.deadLetter()))
                    .as("writers of %s", topic.deadLetter().name())
                    .isEqualTo(readers(topic));
        }
    }

    @Test
    void onlyTheNotifierReadsContacts() {
        assertThat(readers(Topics.CONTACTS)).containsExactly("notifier-service");
        assertThat(readers(Topics.AUDIENCES)).containsExactly("notifier-service");
    }

    @Test
    void onlyServicesOfThisSystemAreAllowedAnything() {
        assertThat(rules).extracting(AccessRule::service).containsOnlyElementsOf(Deployment.SERVICES);
    }

    private Set<String> writers(Topic topic) {
        return rules.stream()
                .filter(rule -> rule.writesTopic(topic.name()))
                .map(AccessRule::service)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> readers(Topic topic) {
        return rules.stream()
                .filter(rule -> rule.readsTopic(topic.name()))
                .map(AccessRule::service)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
