package org.mailcontinuity.detector.replay;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What the command was asked for.
 *
 * @param help true if it was asked how it is used; then the rest is empty
 * @param monitor the file of monitor definitions
 * @param samples the file of samples, or {@code -}
 */
record ReplayArguments(boolean help, String monitor, String samples) {
    static final String USAGE = """
            Usage: ./continuity replay --monitor M.json --samples S.ndjson|-

            Judges recorded samples as the detector would have, and prints what it would have found.

              --monitor FILE   one monitor definition, or an array of them (docs/topics.md: MonitorDefinition)
              --samples FILE   one sample a line, in the order in which they came (docs/topics.md: Sample);
                               - reads standard input. The samples are the clock: a sample's appendedAt if it
                               is given, else the running maximum of completedAt.

            Findings go to standard output, one JSON object a line: at, monitorId, direction,
            finding (OPENED, CHANGED, REOPENED, CLEARED, NO_DATA, REDUCED_SIGHT), severity, cause {stage,
            fault, route, causeKey, sentence, confidence}. A line that cannot be read goes to standard error
            with its number and the reason, and is skipped. Lines of other monitors and blank ones are passed over.

            Exit status: 0 done, 1 input or output failed, 2 wrong usage, 3 done, but lines were skipped.
            """;

    private static final String MONITOR = "--monitor";
    private static final String SAMPLES = "--samples";

    boolean fromStandardInput() {
        return samples.equals("-");
    }

    /** @throws UsageException if they are none that the command knows */
    static ReplayArguments of(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return new ReplayArguments(true, "", "");
        }
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.equals(MONITOR) && !name.equals(SAMPLES)) {
                throw new UsageException("There is no option " + name);
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new UsageException(name + " needs a value");
            }
            String value = equals < 0 ? rest.next() : argument.substring(equals + 1);
            if (given.putIfAbsent(name, value) != null) {
                throw new UsageException(name + " must be given once");
            }
        }
        for (String name : List.of(MONITOR, SAMPLES)) {
            if (given.getOrDefault(name, "").isEmpty()) {
                throw new UsageException(name + " must be given");
            }
        }
        return new ReplayArguments(false, given.getOrDefault(MONITOR, ""), given.getOrDefault(SAMPLES, ""));
    }
}
