package org.mailcontinuity.standalone;

import org.mailcontinuity.standalone.command.ContinuityCommand;
import picocli.CommandLine;

/** The program behind {@code ./continuity}. */
public final class Continuity {
    private Continuity() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ContinuityCommand())
                .setExecutionExceptionHandler(ContinuityCommand::explain)
                .execute(arguments));
    }
}
