package org.mailcontinuity.standalone.supervisor;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A line of the {@link StatusBoard}.
 *
 * @param since when the state began
 * @param restarts how often it ended by itself since the installation was started
 */
public record PartStatus(String name, PartState state, OptionalLong pid, Instant since, int restarts) {
    String toLine() {
        return String.join(
                "\t",
                name,
                state.name(),
                pid.isPresent() ? Long.toString(pid.getAsLong()) : "-",
                since.toString(),
                Integer.toString(restarts));
    }

    static PartStatus parse(String line) {
        String[] fields = line.split("\t", -1);
        return new PartStatus(
                fields[0],
                PartState.valueOf(fields[1]),
                fields[2].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields[2])),
                Instant.parse(fields[3]),
                Integer.parseInt(fields[4]));
    }
}
