package org.mailcontinuity.events.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.problem.Refusal;

class EntityTagsTest {
    @Test
    void takesTheRevisionItself() {
        assertThat(EntityTags.refusal("\"3\"", 3)).isEmpty();
        assertThat(EntityTags.refusal("\"2\", W/\"3\"", 3)).isEmpty();
        assertThat(EntityTags.refusal("*", 3)).isEmpty();
    }

    @Test
    void refusesAnotherRevisionAndNone() {
        assertThat(EntityTags.refusal("\"2\"", 3)).contains(new Refusal.Outdated("\"2\"", 3));
        assertThat(EntityTags.refusal("3", 3)).contains(new Refusal.Outdated("3", 3));
        assertThat(EntityTags.refusal(null, 3)).contains(new Refusal.RevisionMissing());
        assertThat(EntityTags.refusal(" ", 3)).contains(new Refusal.RevisionMissing());
    }

    @Test
    void knowsWhatTheCallerHas() {
        assertThat(EntityTags.noneMatch(null, "\"a\"")).isTrue();
        assertThat(EntityTags.noneMatch("\"b\"", "\"a\"")).isTrue();
        assertThat(EntityTags.noneMatch("\"b\", \"a\"", "\"a\"")).isFalse();
    }
}
