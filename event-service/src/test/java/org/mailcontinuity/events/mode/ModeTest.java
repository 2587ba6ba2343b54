package org.mailcontinuity.events.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModeTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final Mode OFF = new Mode("*", 4, Optional.empty(), new TreeMap<>());

    @Test
    void isTheUnionOfItsEvents() {
        Mode both =
                OFF.enter(FIRST, NOON.plusSeconds(60), NOON).enter(SECOND, NOON.plusSeconds(90), NOON.plusSeconds(1));
        assertThat(both.since()).contains(NOON);
        assertThat(both.until()).contains(NOON.plusSeconds(90));
        assertThat(both.revision()).isEqualTo(6);
        Mode one = both.leave(SECOND);
        assertThat(one.isOn()).isTrue();
        assertThat(one.since()).contains(NOON);
        assertThat(one.until()).contains(NOON.plusSeconds(60));
        Mode none = one.leave(FIRST);
        assertThat(none.isOn()).isFalse();
        assertThat(none.since()).isEmpty();
        assertThat(none.revision()).isEqualTo(8);
    }

    @Test
    void changesNothingASecondTime() {
        Mode once = OFF.enter(FIRST, NOON, NOON);
        assertThat(once.enter(FIRST, NOON, NOON)).isEqualTo(once);
        assertThat(OFF.leave(FIRST)).isEqualTo(OFF);
    }

    @Test
    void tagsAnAddressByItsScopesAndTheirModes() {
        Mode everyone = OFF.enter(FIRST, NOON, NOON);
        Mode group = new Mode("group", 1, Optional.empty(), new TreeMap<>());
        AddressMode without = new AddressMode("a@example.test", List.of("*"), List.of(OFF));
        AddressMode with = new AddressMode("a@example.test", List.of("*"), List.of(everyone));
        assertThat(without.tag()).isNotEqualTo(with.tag());
        assertThat(new AddressMode("a@example.test", List.of("*"), List.of(group, everyone)))
                .isEqualTo(new AddressMode("a@example.test", List.of("*"), List.of(everyone, group)))
                .satisfies(mode -> assertThat(mode.tag()).isNotEqualTo(with.tag()))
                .satisfies(mode -> assertThat(mode.isOn()).isTrue());
    }
}
