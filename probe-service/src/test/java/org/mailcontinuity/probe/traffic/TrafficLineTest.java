package org.mailcontinuity.probe.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.ReplyCount;
import org.mailcontinuity.contracts.sample.Volume;

class TrafficLineTest {
    private static final UUID MONITOR = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a01");
    private static final Instant NOW = Instant.parse("2026-11-24T03:13:20Z");
    private static final String GOOD =
            "{\"monitorId\":\"" + MONITOR + "\",\"direction\":\"INBOUND\",\"minute\":\"2026-11-24T03:12:00Z\","
                    + "\"accepted\":7,\"deferred\":1,\"rejected\":0,"
                    + "\"replies\":[{\"code\":451,\"enhanced\":\"4.7.1\",\"count\":1}]}";

    private static TrafficCount read(String line) throws TrafficLine.RefusedLineException {
        return TrafficLine.read(line.getBytes(StandardCharsets.UTF_8), Set.of(MONITOR), NOW);
    }

    @Test
    void readsACount() throws TrafficLine.RefusedLineException {
        assertThat(read(GOOD))
                .isEqualTo(new TrafficCount(
                        MONITOR,
                        Direction.INBOUND,
                        Instant.parse("2026-11-24T03:12:00Z"),
                        new Volume(7, 1, 0, List.of(new ReplyCount(451, Optional.of("4.7.1"), 1)))));
    }

    @Test
    void takesAbsentCountsForNoneAndPassesOverWhatItDoesNotKnow() throws TrafficLine.RefusedLineException {
        String line = "{\"monitorId\":\"" + MONITOR + "\",\"direction\":\"OUTBOUND\","
                + "\"minute\":\"2026-11-24T04:12:00.000+01:00\",\"host\":\"mx1\"}";
        assertThat(read(line).volume()).isEqualTo(new Volume(0, 0, 0));
        assertThat(read(line).minute()).isEqualTo(Instant.parse("2026-11-24T03:12:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "INBOUND"              | "ACCESS"               | direction        | must be INBOUND or OUTBOUND
            "INBOUND"              | 3                      | direction        | must be INBOUND or OUTBOUND
            2a01"                  | 2a02"                  | monitorId        | must be one that this source may report
            019c1f3a               | xxxxxxxx               | monitorId        | must be a UUID
            "2026-11-24T03:12:00Z" | "yesterday"            | minute           | must be a time of RFC 3339, as 2026-11-24T03:12:00Z
            "2026-11-24T03:12:00Z" | "2026-11-24T03:12:01Z" | minute           | must be the begin of a minute
            "2026-11-24T03:12:00Z" | "2026-11-24T03:15:00Z" | minute           | must be over
            "2026-11-24T03:12:00Z" | "2026-11-17T03:13:00Z" | minute           | must not be older than 7 days
            "accepted":7           | "accepted":-1          | accepted         | must be a whole number from 0 to 1000000000
            "accepted":7           | "accepted":7.5         | accepted         | must be a whole number from 0 to 1000000000
            "accepted":7           | "accepted":"7"         | accepted         | must be a whole number from 0 to 1000000000
            "accepted":7           | "accepted":1e99        | accepted         | must be a whole number from 0 to 1000000000
            "code":451             | "code":0               | replies.code     | must be from 200 to 599
            "4.7.1"                | "x"                    | replies.enhanced | must be a code of RFC 3463, as 4.7.1
            "count":1              | "count":0              | replies.count    | must be a whole number from 1 to 1000000000
            "replies":[            | "x":1,"x":[            | line             | must be one JSON object
            }]}                    | }]                     | line             | must be one JSON object
            }]}                    | }]}{}                  | line             | must be one JSON object
            """)
    void namesTheFieldAndTheRule(String part, String wrong, String field, String rule) {
        String line = GOOD.replace(part, wrong);
        assertThat(line).isNotEqualTo(GOOD);
        TrafficLine.RefusedLineException refused =
                catchThrowableOfType(TrafficLine.RefusedLineException.class, () -> read(line));
        assertThat(refused.at(3)).isEqualTo(new LineError(3, field, rule));
    }

    @Test
    void refusesGarbageOrReadsItButNeverFails() {
        Random random = new Random(20261124);
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] line = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            try {
                TrafficLine.read(line, Set.of(MONITOR), NOW);
            } catch (TrafficLine.RefusedLineException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
