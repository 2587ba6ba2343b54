package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps credentials that definitions name. */
@Command(
        name = "secret",
        description = "Keeps secrets that definitions name.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = SecretCommand.SetCommand.class)
final class SecretCommand {
    /** Reads a secret from the terminal, or a line of standard input, and keeps it. */
    @Command(
            name = "set",
            description = "Asks for a secret without showing it (or reads a line of standard input) and keeps it under"
                    + " data/secrets, readable by you only.",
            mixinStandardHelpOptions = true)
    static final class SetCommand implements Callable<Integer> {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?");
        private static final Pattern PART = Pattern.compile("[a-z][a-z0-9-]{0,40}");

        @Mixin
        private Place place;

        @Parameters(paramLabel = "NAME", description = "The credential's name, as a monitor or contact gives it.")
        private String name;

        @Option(names = "--part", description = "Which part of the credential (default: ${DEFAULT-VALUE}).")
        private String part = "password";

        @Option(names = "--username", description = "Also keep this user name.")
        private @Nullable String username;

        @Override
        public Integer call() throws IOException {
            if (!NAME.matcher(name).matches() || !PART.matcher(part).matches()) {
                throw new CommandFailure("A name has 1 to 100 characters of a-z, 0-9, '-' and '.', and begins and ends"
                        + " with a letter or digit; a part begins with a letter.");
            }
            Path folder = new Installation(place.home(), place.data(), 0, false, 1)
                    .secrets()
                    .resolve("credentials")
                    .resolve(name);
            PrivateFiles.write(folder.resolve(part), SecretPrompt.ask(part + " of " + name));
            if (username != null) {
                PrivateFiles.write(folder.resolve("username"), username);
            }
            System.out.println("Kept " + part + " of " + name + ".");
            return 0;
        }
    }
}
