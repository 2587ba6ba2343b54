package org.mailcontinuity.bench.detection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.mailcontinuity.bench.scenario.Scenario;

/** What the benchmark was asked for. */
final class BenchArguments {
    static final String USAGE = """
            Usage: ./continuity bench detection [OPTIONS]

            Plays every scenario many times and measures our rule and those in use elsewhere on the same samples.

              --seed N        other draws (default 1)
              --runs N        runs a scenario (default 1000)
              --months N      monitor-months of nothing but noise (default 100)
              --scenario X    only that one; may be given again. One of:
                              %s
              --json          JSON Lines instead of a table
              --check         exit status 1 if a bar is missed
              --write DIR     write the streams instead of measuring: S.ndjson, M.json and the expected findings.ndjson
                              of --runs N (default 20) runs of each scenario, for ./continuity replay
              --draw DIR      draw one run of each scenario as SVG instead of measuring

            Exit status: 0 done, 1 a bar was missed (--check) or it failed, 2 wrong usage.
            """.formatted(
            Arrays.stream(Scenario.values()).map(Scenario::word).collect(Collectors.joining(",\n                  ")));

    long seed = 1;
    int runs = 1000;
    boolean runsGiven;
    int months = 100;
    Set<Scenario> scenarios = EnumSet.noneOf(Scenario.class);
    boolean json;
    boolean check;
    boolean help;
    Optional<String> write = Optional.empty();
    Optional<String> draw = Optional.empty();

    private BenchArguments() {}

    /** @throws IllegalArgumentException with a sentence, if they are none that the benchmark knows */
    static BenchArguments of(List<String> arguments) {
        BenchArguments asked = new BenchArguments();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            asked.take(rest.next(), rest);
        }
        if (asked.scenarios.isEmpty()) {
            asked.scenarios = EnumSet.allOf(Scenario.class);
        }
        return asked;
    }

    private void take(String argument, Iterator<String> rest) {
        switch (argument) {
            case "--seed" -> seed = number(argument, rest, any -> true);
            case "--runs" -> {
                runs = (int) number(argument, rest, value -> value > 0 && value <= 1_000_000);
                runsGiven = true;
            }
            case "--months" -> months = (int) number(argument, rest, value -> value >= 0 && value <= 1_000_000);
            case "--scenario" -> scenarios.add(scenario(value(argument, rest)));
            case "--json" -> json = true;
            case "--check" -> check = true;
            case "--write" -> write = Optional.of(value(argument, rest));
            case "--draw" -> draw = Optional.of(value(argument, rest));
            case "--help", "-h" -> help = true;
            default -> throw new IllegalArgumentException("There is no option " + argument);
        }
    }

    private static Scenario scenario(String word) {
        return Scenario.named(word)
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario " + word + "; see --help"));
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.next();
    }

    private static long number(String name, Iterator<String> rest, LongPredicate bounds) {
        String value = value(name, rest);
        try {
            long number = Long.parseLong(value);
            if (bounds.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as one out of bounds
        }
        throw new IllegalArgumentException(name + " must be a whole number in its bounds, but is: " + value);
    }
}
