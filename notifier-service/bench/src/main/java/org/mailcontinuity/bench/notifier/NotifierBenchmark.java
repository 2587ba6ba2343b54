package org.mailcontinuity.bench.notifier;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program behind {@code ./continuity bench notifier}. */
public final class NotifierBenchmark {
    private NotifierBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        NotifierArguments asked;
        try {
            asked = NotifierArguments.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("See: ./continuity bench notifier --help");
            System.exit(2);
            return;
        }
        if (asked.help) {
            System.out.print(NotifierArguments.USAGE);
            return;
        }
        Logger.getLogger("").setLevel(Level.SEVERE);
        boolean held;
        try (Rig rig = new Rig()) {
            held = asked.faults
                    ? new Faults(asked, rig, System.out).run()
                    : new Load(asked, rig, System.out, System.err).run();
        }
        System.exit(asked.check && !held ? 1 : 0);
    }
}
