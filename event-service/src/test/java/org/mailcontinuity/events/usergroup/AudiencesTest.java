package org.mailcontinuity.events.usergroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.audience.Audience;

class AudiencesTest {
    private static final UserGroup GROUP =
            new UserGroup(new UUID(0, 1), 3, "sales", Optional.empty(), 0, Instant.EPOCH, Instant.EPOCH);

    @Test
    void hasNoPartWithoutMembers() {
        assertThat(Audiences.of(GROUP, List.of())).isEmpty();
    }

    @Test
    void startsANewPartAfter500() {
        assertThat(Audiences.of(GROUP, members(1001, 10)))
                .extracting(part -> part.members().size())
                .containsExactly(500, 500, 1);
        assertThat(Audiences.of(GROUP, members(1001, 10)))
                .extracting(Audience::chunk)
                .containsExactly(0, 1, 2);
    }

    @Test
    void makesNoPartLargerThanARecordMayBe() {
        List<Audience> parts = Audiences.of(GROUP, members(1000, 99));
        assertThat(parts)
                .hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(Messages.encode(part)).hasSizeLessThan(Messages.LARGEST));
        assertThat(parts.stream().mapToInt(part -> part.members().size()).sum()).isEqualTo(1000);
    }

    private static List<Member> members(int count, int nameLength) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Member(
                        "u%04d@%s.test".formatted(number, "x".repeat(60)),
                        Optional.of("\u20ac".repeat(nameLength)),
                        Optional.of("+442079460958"),
                        Optional.of("u%04d@home.test".formatted(number)),
                        Optional.of("de-AT")))
                .toList();
    }
}
