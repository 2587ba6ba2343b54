package org.mailcontinuity.probe.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;

class MonitorTableTest {
    private static final UUID ID = UUID.fromString("0197a000-0000-7000-8000-000000000001");

    private final List<String> happened = new ArrayList<>();
    private final MonitorTable table = new MonitorTable(
            "eu-1", definition -> happened.add("put " + definition.revision()), _ -> happened.add("remove"));

    @BeforeEach
    void assign() {
        table.assign(3);
        table.endsAt(3, 2);
    }

    private static MonitorDefinition definition(long revision, String more) {
        String json = """
                {"monitorId": "%s", "revision": %d, "name": "m", "domain": "example.test",
                 "inbound": {"mx": true, "recipient": "a@example.test"}%s}""".formatted(ID, revision, more);
        return Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void handsOnOnlyTheLatestOnceAPartitionIsReadToItsEnd() {
        table.put(3, definition(1, ""));
        table.reached(3, 1);
        table.put(3, definition(2, ""));
        assertThat(happened).isEmpty();
        assertThat(table.isCaughtUp()).isFalse();
        table.reached(3, 2);
        assertThat(happened).containsExactly("put 2");
        assertThat(table.isCaughtUp()).isTrue();
    }

    @Test
    void handsOnNothingThatWasDeletedMeanwhile() {
        table.put(3, definition(1, ""));
        table.delete(3, ID);
        table.reached(3, 2);
        assertThat(happened).isEmpty();
    }

    @Test
    void handsOnChangesAtOnceAfterwards() {
        table.reached(3, 2);
        table.put(3, definition(1, ""));
        table.put(3, definition(2, ""));
        table.delete(3, ID);
        assertThat(happened).containsExactly("put 1", "put 2", "remove");
    }

    @Test
    void letsGoOfWhatIsRevoked() {
        table.put(3, definition(1, ""));
        table.reached(3, 2);
        table.revoke(3);
        assertThat(happened).containsExactly("put 1", "remove");
        table.put(3, definition(2, ""));
        assertThat(happened).hasSize(2);
    }

    @Test
    void asksForTheEndsItDoesNotKnow() {
        assertThat(table.withoutEnd()).isEmpty();
        table.assign(4);
        assertThat(table.withoutEnd()).containsExactly(4);
        table.reached(4, 100);
        assertThat(table.isCaughtUp()).isFalse();
    }

    @Test
    void checksOnlyWhatIsEnabledAndToBeSeenFromHere() {
        table.reached(3, 2);
        table.put(3, definition(1, ", \"enabled\": false"));
        table.put(3, definition(2, ", \"vantages\": [\"us-1\"]"));
        table.put(3, definition(3, ", \"vantages\": [\"us-1\", \"eu-1\"]"));
        assertThat(happened).containsExactly("remove", "remove", "put 3");
    }
}
