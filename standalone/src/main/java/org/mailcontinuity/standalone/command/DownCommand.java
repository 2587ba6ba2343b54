package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.supervisor.Leftovers;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything in order. */
@Command(name = "down", description = "Stops everything; the data is kept.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    /** Four services together, mail, broker and database: 10 s each at worst. */
    private static final int LIMIT_SECONDS = 60;

    @Mixin
    private Place place;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Installation> known = place.known();
        if (known.isEmpty()) {
            System.out.println("Continuity was never started here.");
            return 0;
        }
        System.out.println(stop(known.get()) ? "Continuity is stopped." : "Continuity is not running.");
        return 0;
    }

    /** Returns whether there was something to stop. */
    static boolean stop(Installation installation) throws IOException, InterruptedException {
        Optional<ProcessHandle> supervisor = SupervisorProcess.find(installation);
        if (supervisor.isPresent()) {
            System.out.println("Stopping Continuity...");
            end(supervisor.get());
        }
        return Leftovers.end(installation) > 0 || supervisor.isPresent();
    }

    private static void end(ProcessHandle supervisor) throws InterruptedException {
        supervisor.destroy();
        try {
            supervisor.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            supervisor.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the supervisor cannot be waited for", e.getCause());
        }
    }
}
