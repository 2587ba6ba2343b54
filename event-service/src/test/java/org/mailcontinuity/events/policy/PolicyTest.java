package org.mailcontinuity.events.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.contracts.contact.QuietSpan;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.events.problem.Violation;

class PolicyTest {
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final UUID GROUP = new UUID(0, 10);

    @Test
    void replacesGroupsByTheirMembersEachOnce() {
        Policy policy = policy(step(List.of(ADA), List.of(GROUP), Duration.ZERO));
        assertThat(policy.resolved(Map.of(GROUP, List.of(BOB, ADA))))
                .containsExactly(new AlertStep(Duration.ZERO, List.of(ADA, BOB), List.of()));
    }

    @Test
    void leavesOutAStepThatNobodyIsLeftIn() {
        Policy policy = policy(
                step(List.of(), List.of(GROUP), Duration.ZERO), step(List.of(ADA), List.of(), Duration.ofMinutes(5)));
        assertThat(policy.resolved(Map.of()))
                .singleElement()
                .satisfies(step -> assertThat(step.contactIds()).containsExactly(ADA));
    }

    @Test
    void namesEveryBrokenRule() {
        PolicyRequest request = new PolicyRequest(
                "p",
                List.of(
                        step(List.of(ADA), List.of(), Duration.ofMinutes(10)),
                        step(List.of(), List.of(), Duration.ofMinutes(5)),
                        new PolicyStep(List.of(ADA), List.of(), List.of(ChannelType.UNKNOWN), Duration.ofDays(8))),
                Duration.ofDays(2),
                Optional.of(new QuietHours(
                        Optional.of("Nowhere"),
                        List.of(new QuietSpan(List.of(), LocalTime.of(22, 0), LocalTime.of(6, 0))),
                        List.of(Severity.DOWN))),
                List.of("de", "German"));
        assertThat(PolicyRules.check(request))
                .extracting(Violation::rule)
                .containsExactly("RANGE", "TIME_ZONE", "LANGUAGE", "NOBODY", "ORDER", "RANGE", "WORD");
    }

    private static Policy policy(PolicyStep... steps) {
        return new Policy(
                new UUID(0, 3),
                1,
                "p",
                List.of(steps),
                Duration.ofMinutes(30),
                Optional.empty(),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static PolicyStep step(List<UUID> contacts, List<UUID> groups, Duration wait) {
        return new PolicyStep(contacts, groups, List.of(), wait);
    }
}
