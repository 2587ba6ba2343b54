package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.PrivateFiles;
import org.mailcontinuity.standalone.service.NotifierRelays;
import org.mailcontinuity.standalone.supervisor.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a relay behind those that are there. */
@Command(
        name = "add",
        description =
                "Adds a mail server that alerts leave by; several are asked in the order in which they were added."
                        + " Take one that the monitored mail does not depend on.",
        footer = "With --username the password is asked for, or read from standard input.",
        mixinStandardHelpOptions = true)
final class RelayAddCommand implements Callable<Integer> {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?");
    private static final Pattern SENDER = Pattern.compile("[^\\p{Cntrl}]{0,200}[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
    private static final int HIGHEST_PORT = 65_535;

    @Mixin
    private Place place;

    @Parameters(paramLabel = "HOST", description = "Its name or address.")
    private String host;

    @Option(names = "--port", paramLabel = "N", description = "Its port (default: ${DEFAULT-VALUE}).")
    private int port = 587;

    @Option(
            names = "--security",
            paramLabel = "KIND",
            description = "NONE, STARTTLS or TLS (default: ${DEFAULT-VALUE}).")
    private NotifierRelays.Security security = NotifierRelays.Security.STARTTLS;

    @Option(names = "--username", paramLabel = "NAME", description = "Sign in with this name.")
    private @Nullable String username;

    @Option(
            names = "--trust-certificates",
            paramLabel = "FILE",
            description = "Authorities it may be certified by, in PEM, where the system does not know them.")
    private @Nullable Path authorities;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "Whom alerts come from; needed with the first relay.")
    private @Nullable String from;

    @Override
    public Integer call() throws IOException {
        Installation installation =
                place.known().orElseGet(() -> new Installation(place.home(), place.data(), 0, false, 1));
        NotifierRelays relays = NotifierRelays.read(installation);
        refuse(relays);
        Optional<String> credential = Optional.empty();
        if (username != null) {
            credential = Optional.of("relay-" + (relays.count() + 1));
            Path folder = installation.secrets().resolve("credentials").resolve(credential.get());
            PrivateFiles.write(folder.resolve("password"), SecretPrompt.ask("Password of " + username + " at " + host));
            PrivateFiles.write(folder.resolve("username"), username);
        }
        relays.with(
                        new NotifierRelays.Added(host, port, security, credential, Optional.ofNullable(authorities)),
                        Optional.ofNullable(from))
                .write();
        System.out.println("Alerts leave by " + host + ":" + port
                + (relays.count() == 0 ? "." : " where the " + relays.count() + " before it do not take them."));
        if (SupervisorProcess.find(installation).isPresent()) {
            System.out.println("It counts from the next start: ./continuity down" + place.sameOption()
                    + " && ./continuity up" + place.sameOption());
        }
        return 0;
    }

    private void refuse(NotifierRelays relays) {
        if (!HOST.matcher(host).matches() || port < 1 || port > HIGHEST_PORT) {
            throw new CommandFailure("A relay is a host's name or address, and a port from 1 to " + HIGHEST_PORT + ".");
        }
        if (from == null
                ? !relays.hasSender()
                : !SENDER.matcher(from.replace(">", "")).matches()) {
            throw new CommandFailure("Say whom alerts come from: --from alerts@example.org");
        }
        if (username != null && security == NotifierRelays.Security.NONE) {
            throw new CommandFailure("A password is not sent without encryption: choose STARTTLS or TLS.");
        }
        if (authorities != null && !Files.isReadable(authorities)) {
            throw new CommandFailure(authorities + " cannot be read.");
        }
    }
}
