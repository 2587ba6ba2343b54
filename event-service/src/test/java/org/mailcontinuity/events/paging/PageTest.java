package org.mailcontinuity.events.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.events.problem.RefusedException;

class PageTest {
    private static final URI LIST = URI.create("http://host/api/v1/things?state=OPEN&limit=2");

    @Test
    void linksToWhatIsOlderThanTheLastItemShown() {
        PageRequest request = PageRequest.of(2, null, LIST);
        Page<Long> page = Page.of(request, List.of(5L, 4L, 3L), PageTest::cursor, Function.identity());
        assertThat(page.items()).containsExactly(5L, 4L);
        String next = page.next().orElseThrow();
        assertThat(next).startsWith("/api/v1/things?state=OPEN&limit=2&cursor=");
        PageRequest second = PageRequest.of(2, next.substring(next.lastIndexOf('=') + 1), URI.create(next));
        assertThat(second.after()).contains(cursor(4L));
        assertThat(Page.of(second, List.of(3L, 2L, 1L), PageTest::cursor, Function.identity())
                        .next()
                        .orElseThrow())
                .containsOnlyOnce("cursor=");
    }

    @Test
    void hasNoLinkOnTheLastPage() {
        assertThat(Page.of(PageRequest.of(2, null, LIST), List.of(2L, 1L), PageTest::cursor, Function.identity())
                        .next())
                .isEmpty();
    }

    @Test
    void refusesABadLimitAndAMadeUpCursor() {
        for (int limit : new int[] {0, -1, 201}) {
            assertThatThrownBy(() -> PageRequest.of(limit, null, LIST)).isInstanceOf(RefusedException.class);
        }
        for (String cursor : List.of("x", "!!", "MTIz", "YWJjLmRlZg")) {
            assertThatThrownBy(() -> PageRequest.of(1, cursor, LIST)).isInstanceOf(RefusedException.class);
        }
        assertThat(PageRequest.of(null, null, LIST).limit()).isEqualTo(50);
    }

    private static Cursor cursor(long item) {
        return new Cursor(Instant.ofEpochMilli(item), new UUID(0, item));
    }
}
