package org.mailcontinuity.probe.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.ReplyCount;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Volume;
import org.mailcontinuity.testbed.time.ManualClock;

class TrafficMapperTest {
    private static final UUID MONITOR = UUID.randomUUID();
    private static final Instant MINUTE = Instant.parse("2026-11-24T03:12:00Z");

    private static Sample sample(Direction direction, Volume volume) {
        return new TrafficMapper("w1").sampleOf(new TrafficCount(MONITOR, direction, MINUTE, volume), "mx1");
    }

    @Test
    void namesTheSourceAsVantageAndTheMinuteAsItsSpan() {
        Sample sample = sample(Direction.INBOUND, new Volume(7, 1, 0));
        assertThat(sample.check()).isEqualTo(Check.TRAFFIC);
        assertThat(sample.vantage()).isEqualTo("mx1");
        assertThat(sample.worker()).isEqualTo("w1");
        assertThat(sample.scheduledAt()).isEqualTo(MINUTE);
        assertThat(sample.completedAt()).isEqualTo(MINUTE.plusSeconds(60));
        assertThat(sample.volume()).contains(new Volume(7, 1, 0));
    }

    @Test
    void givesEachDirectionAnIdOfItsOwnAndTheSameOneAlways() {
        Sample in = sample(Direction.INBOUND, new Volume(7, 1, 0));
        assertThat(sample(Direction.INBOUND, new Volume(8, 1, 0)).sampleId()).isEqualTo(in.sampleId());
        assertThat(sample(Direction.OUTBOUND, new Volume(7, 1, 0)).sampleId()).isNotEqualTo(in.sampleId());
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,SUCCESS,", "1,9,9,SUCCESS,", "0,2,1,FAILURE,TEMPFAIL", "0,1,1,FAILURE,REJECTED"})
    void failsOnlyWhereNothingGotThrough(long accepted, long deferred, long rejected, Outcome outcome, Fault fault) {
        Volume volume = new Volume(accepted, deferred, rejected, List.of(new ReplyCount(451, Optional.of("4.7.1"), 1)));
        Sample sample = sample(Direction.INBOUND, volume);
        assertThat(sample.outcome()).isEqualTo(outcome);
        assertThat(sample.fault()).isEqualTo(Optional.ofNullable(fault));
        assertThat(sample.reply().orElseThrow().code()).isEqualTo(451);
    }

    @Test
    void limitsEachNameToItsBudget() {
        ManualClock clock = new ManualClock(MINUTE);
        Budget budget = new Budget(2, clock);
        assertThat(budget.spend("a")).isTrue();
        assertThat(budget.spend("a")).isTrue();
        assertThat(budget.spend("a")).isFalse();
        assertThat(budget.has("a")).isFalse();
        assertThat(budget.has("b")).isTrue();
        clock.advance(java.time.Duration.ofSeconds(30));
        assertThat(budget.spend("a")).isTrue();
        assertThat(budget.spend("a")).isFalse();
    }
}
