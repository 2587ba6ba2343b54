package org.mailcontinuity.standalone.command;

import picocli.CommandLine.Command;

/** The mail servers that alerts leave by. */
@Command(
        name = "relay",
        description = "Configures the mail servers that alerts leave by.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RelayAddCommand.class)
final class RelayCommand {}
