package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.mailcontinuity.standalone.backup.UnusableBackupException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The root of the command line. */
@Command(
        name = "continuity",
        description = "Runs Continuity on this machine.",
        mixinStandardHelpOptions = true,
        version = "Continuity 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
            SecretCommand.class,
            RelayCommand.class,
            DlqCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class ContinuityCommand {
    /** Says in a sentence what went wrong; a stack trace only for what must be a bug. */
    public static int explain(Exception exception, CommandLine commandLine, ParseResult result) {
        switch (exception) {
            case CommandFailure failure -> commandLine.getErr().println(failure.getMessage());
            case UnusableBackupException failure -> commandLine.getErr().println(failure.getMessage());
            case IOException failure -> commandLine.getErr().println("Input or output failed: " + failure);
            case UncheckedIOException failure -> commandLine.getErr().println("Input or output failed: " + failure);
            default -> exception.printStackTrace(commandLine.getErr());
        }
        return 1;
    }
}
