package org.mailcontinuity.bench.notifier;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What the benchmark was asked for. */
final class NotifierArguments {
    static final String USAGE = """
            Usage: ./continuity bench notifier [OPTIONS]
            The packaged notifier on a real broker and database, against mail relays, webhook receivers and a message centre
            of the benchmark's own: deliveries per minute, how long an alert takes to its hand-over, processor time per
            delivery. Everything shares this machine's cores.
              --deliveries N   how many at once (default 5000; six of ten by email, three by webhook, one by SMS)
              --per-alert N    people an alert tells (default 1)
              --seconds N      how long 10,000 a minute are asked for (default 30)
              --faults         no load but faults: what is lost and what comes twice, by what the receivers count
              --kills          only that part of --faults in which the notifier is killed
              --rounds N       with --faults: how often the notifier is killed (default 10)
              --alerts N       with --faults: alerts in each round (default 1000)
              --seed N         of the points at which it is killed (default 1)
              --group N        people of one alert, planned at once (default 200, the most a step names; 0: not)
              --joins N        how often one alert is told anew with one more monitor (default 2000; 0: not)
              --check          exit status 1 if a bar is missed or anything is lost
            Exit status: 0 done, 1 a bar was missed (--check) or it failed, 2 wrong usage.
            """;

    int deliveries = 5_000;
    int perAlert = 1;
    int seconds = 30;
    int rounds = 10;
    int alerts = 1_000;
    int group = 200;
    int joins = 2_000;
    long seed = 1;
    boolean faults;
    boolean killsOnly;
    boolean check;
    boolean help;
    /** The packaged notifier. */
    Path application = Path.of(System.getProperty("continuity.home", "."))
            .resolve("notifier-service/target/quarkus-app/quarkus-run.jar");

    /** @throws IllegalArgumentException with a sentence, if they are none that the benchmark knows */
    static NotifierArguments of(List<String> arguments) {
        NotifierArguments asked = new NotifierArguments();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--deliveries" -> asked.deliveries = number(argument, rest, 100, 1_000_000);
                case "--per-alert" -> asked.perAlert = number(argument, rest, 1, 200);
                case "--seconds" -> asked.seconds = number(argument, rest, 5, 3_600);
                case "--rounds" -> asked.rounds = number(argument, rest, 0, 10_000);
                case "--alerts" -> asked.alerts = number(argument, rest, 10, 100_000);
                case "--group" -> asked.group = number(argument, rest, 0, 200);
                case "--joins" -> asked.joins = number(argument, rest, 0, 100_000);
                case "--seed" -> asked.seed = number(argument, rest, 0, Integer.MAX_VALUE);
                case "--faults" -> asked.faults = true;
                case "--kills" -> {
                    asked.faults = true;
                    asked.killsOnly = true;
                }
                case "--check" -> asked.check = true;
                case "--help", "-h" -> asked.help = true;
                default -> throw new IllegalArgumentException("There is no option " + argument);
            }
        }
        return asked;
    }

    private static int number(String name, Iterator<String> rest, int least, int most) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        String value = rest.next();
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
