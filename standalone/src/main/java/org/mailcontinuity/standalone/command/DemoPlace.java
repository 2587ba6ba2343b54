package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.demo.MailControlClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which demo mail system a command is about. */
final class DemoPlace {
    @Mixin
    private Place place = new Place();

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "The demo that was started with this port offset, wherever its data is.")
    private @Nullable Integer portOffset;

    /** What is asked of a demo mail system. */
    interface Question<T> {
        T ask(MailControlClient mail) throws IOException, InterruptedException;
    }

    /** Asks the demo, which must be running. */
    <T> T ask(Question<T> question) throws IOException, InterruptedException {
        MailControlClient mail =
                portOffset == null ? new MailControlClient(place.runningDemo()) : MailControlClient.at(portOffset);
        try {
            return question.ask(mail);
        } catch (ConnectException e) {
            throw new CommandFailure("No demo mail system answers"
                    + (portOffset == null ? "." : " at port offset " + portOffset + ".")
                    + "\nStart it with: ./continuity up --demo, and see how it fares with: ./continuity status");
        }
    }

    /** Has the demo do something; fails with the reason when it refuses. */
    void tell(Question<Optional<String>> wish) throws IOException, InterruptedException {
        Optional<String> refusal = ask(wish);
        if (refusal.isPresent()) {
            throw new CommandFailure("The demo mail system refuses: " + refusal.get() + ".");
        }
    }

    /** The same for commands that go by the data folder only. */
    String sameFolder() {
        return place.sameOption();
    }

    /** The options of this command again, to be put behind another one that a person is told to use. */
    String sameOptions() {
        return (portOffset == null ? "" : " --port-offset " + portOffset) + place.sameOption();
    }
}
