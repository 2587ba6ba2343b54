package org.mailcontinuity.bench.detector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What the benchmark was asked for. */
final class DetectorArguments {
    static final String USAGE = """
            Usage: ./continuity bench detector [OPTIONS]

            Runs the whole detector (broker, decoding, state in RocksDB with changelog, exactly once, output) and, over
            the same records, a consumer that only decodes them. Everything shares this machine's cores.

              --samples N      records to judge (default 300000)
              --monitors N     monitors they are of (default 1000)
              --threads A,B    threads, one run each (default 1,2,4; the topic has 4 partitions)
              --restart N      monitors whose state is there at the restart (default 100000; 0: no restart)
              --json           JSON Lines instead of a table
              --check          exit status 1 if the ratio or the restart misses its bar

            Exit status: 0 done, 1 a bar was missed (--check) or it failed, 2 wrong usage.
            """;

    int samples = 300_000;
    int monitors = 1_000;
    List<Integer> threads = List.of(1, 2, 4);
    int restart = 100_000;
    boolean json;
    boolean check;
    boolean help;

    /** @throws IllegalArgumentException with a sentence, if they are none that the benchmark knows */
    static DetectorArguments of(List<String> arguments) {
        DetectorArguments asked = new DetectorArguments();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--samples" -> asked.samples = number(argument, rest, 10_000, 100_000_000);
                case "--monitors" -> asked.monitors = number(argument, rest, 1, 1_000_000);
                case "--restart" -> asked.restart = number(argument, rest, 0, 1_000_000);
                case "--threads" -> asked.threads = threads(value(argument, rest));
                case "--json" -> asked.json = true;
                case "--check" -> asked.check = true;
                case "--help", "-h" -> asked.help = true;
                default -> throw new IllegalArgumentException("There is no option " + argument);
            }
        }
        return asked;
    }

    private static List<Integer> threads(String list) {
        List<Integer> threads = new ArrayList<>();
        for (String word : list.split(",", -1)) {
            threads.add(number("--threads", Arrays.asList(word).iterator(), 1, Load.PARTITIONS));
        }
        return threads;
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.next();
    }

    private static int number(String name, Iterator<String> rest, int least, int most) {
        String value = value(name, rest);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as one out of bounds
        }
        throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but is: " + value);
    }
}
