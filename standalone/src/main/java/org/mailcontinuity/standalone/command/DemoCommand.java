package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.demo.MailControlClient;
import org.mailcontinuity.standalone.mail.DemoMailSettings;
import org.mailcontinuity.standalone.mail.Fault;
import org.mailcontinuity.standalone.mail.MailRoute;
import org.mailcontinuity.standalone.mail.MessageView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The demo mail system's remote control. */
@Command(
        name = "demo",
        description = "Breaks and mends the demo mail system, and reads the alert mailbox.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.FaultCommand.class, DemoCommand.RecoverCommand.class, DemoCommand.InboxCommand.class
        })
final class DemoCommand {
    private DemoCommand() {}

    /** Breaks it. */
    @Command(
            name = "fault",
            description = "Breaks the demo mail system.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Faults:",
                "  down                 mx1 and mx2 refuse every connection",
                "  reject               mx1 and mx2 answer 550 5.2.1 to every recipient",
                "  tempfail             mx1 and mx2 answer 421 4.3.2 to every recipient",
                "  slow                 submitted mail leaves 8 s late",
                "  blackhole            mx1 and mx2 do not answer connection attempts at all",
                "  expired-certificate  mx1 and mx2 show a certificate that has expired",
                "  lost                 submitted mail is accepted and never seen again",
                "  auth                 the submission server refuses every user name and password"
            })
    static final class FaultCommand implements Callable<Integer> {
        @Mixin
        private Place place;

        @Parameters(paramLabel = "FAULT", description = "Which fault; see below.")
        private String fault;

        @Option(names = "--route", paramLabel = "ROUTE", description = "Only mx1 or only mx2.")
        private @Nullable String route;

        @Override
        public Integer call() throws IOException, InterruptedException {
            Fault chosen = Fault.named(fault)
                    .orElseThrow(() -> new CommandFailure("There is no fault " + fault + ". There are: "
                            + Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "))));
            Optional<MailRoute> only = Optional.ofNullable(route)
                    .map(word -> MailRoute.named(word)
                            .orElseThrow(() -> new CommandFailure("A route is mx1 or mx2, not " + word + ".")));
            Optional<String> refusal = new MailControlClient(place.runningDemo()).breakDown(chosen, only);
            if (refusal.isPresent()) {
                throw new CommandFailure("The demo mail system refuses: " + refusal.get());
            }
            System.out.println("Broken: " + chosen.sentence()
                    + only.map(at -> " (" + at.word() + " only)").orElse("") + ".");
            System.out.println("In some seconds an alert comes: ./continuity demo inbox");
            return 0;
        }
    }

    /** Mends it. */
    @Command(name = "recover", description = "Mends the demo mail system.", mixinStandardHelpOptions = true)
    static final class RecoverCommand implements Callable<Integer> {
        @Mixin
        private Place place;

        @Override
        public Integer call() throws IOException, InterruptedException {
            Optional<String> refusal = new MailControlClient(place.runningDemo()).recover();
            if (refusal.isPresent()) {
                throw new CommandFailure("The demo mail system refuses: " + refusal.get());
            }
            System.out.println("Mended: the demo mail system works again.");
            return 0;
        }
    }

    /** Reads the alert mailbox. */
    @Command(
            name = "inbox",
            description = "Lists the alert mailbox and shows its newest message, or the one numbered.",
            mixinStandardHelpOptions = true)
    static final class InboxCommand implements Callable<Integer> {
        private static final Pattern LINK = Pattern.compile("https?://\\S+/portal/[A-Za-z0-9_-]+");

        @Mixin
        private Place place;

        @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Which message (default: the newest).")
        private @Nullable Integer number;

        @Option(names = "--link", description = "Print nothing but the portal link of the message.")
        private boolean linkOnly;

        @Override
        public Integer call() throws IOException, InterruptedException {
            List<MessageView> messages =
                    new MailControlClient(place.runningDemo()).mailbox(DemoMailSettings.ALERT_MAILBOX);
            if (messages.isEmpty()) {
                System.out.println("The mailbox " + DemoMailSettings.ALERT_MAILBOX + " is empty.");
                return 0;
            }
            int wanted = number == null ? messages.size() : number;
            if (wanted < 1 || wanted > messages.size()) {
                throw new CommandFailure("There are messages 1 to " + messages.size() + ".");
            }
            MessageView shown =
                    messages.get(messages.size() - wanted); // the newest comes first and has the last number
            Matcher link = LINK.matcher(shown.text());
            if (linkOnly) {
                System.out.println(link.find() ? link.group() : "");
                return 0;
            }
            list(messages);
            show(wanted, shown);
            return 0;
        }

        private static void list(List<MessageView> messages) {
            System.out.println("Mailbox " + DemoMailSettings.ALERT_MAILBOX + ":");
            for (int i = messages.size() - 1; i >= 0; i--) {
                MessageView message = messages.get(i);
                System.out.println(
                        "  " + (messages.size() - i) + "  " + message.receivedAt() + "  " + message.subject());
            }
        }

        private static void show(int number, MessageView message) {
            System.out.println("\n--- " + number + " ---\nFrom: " + message.from() + "\nSubject: " + message.subject()
                    + "\n\n" + message.text());
            Matcher link = LINK.matcher(message.text());
            if (link.find()) {
                System.out.println("\nPortal link: " + link.group());
            }
        }
    }
}
