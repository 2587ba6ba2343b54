package org.mailcontinuity.standalone.command;

import picocli.CommandLine.Command;

/** The demo mail system's remote control. */
@Command(
        name = "demo",
        description = "Breaks and mends the demo mail system, cuts vantages off, and reads the alert mailbox.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoFaultCommand.class,
            DemoRecoverCommand.class,
            DemoCutCommand.class,
            DemoJoinCommand.class,
            DemoInboxCommand.class
        })
final class DemoCommand {
    private DemoCommand() {}
}
