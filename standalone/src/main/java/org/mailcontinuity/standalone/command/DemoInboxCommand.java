package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.standalone.mail.DemoMailSettings;
import org.mailcontinuity.standalone.mail.MessageView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the alert mailbox. */
@Command(
        name = "inbox",
        description = "Lists the alert mailbox and shows its newest message, or the one numbered.",
        mixinStandardHelpOptions = true)
final class DemoInboxCommand implements Callable<Integer> {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/portal/[A-Za-z0-9_-]+");

    @Mixin
    private DemoPlace place;

    @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Which message (default: the newest).")
    private @Nullable Integer number;

    @Option(names = "--link", description = "Print nothing but the portal link of the message.")
    private boolean linkOnly;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<MessageView> messages = place.ask(mail -> mail.mailbox(DemoMailSettings.ALERT_MAILBOX));
        if (messages.isEmpty()) {
            System.out.println("The mailbox " + DemoMailSettings.ALERT_MAILBOX + " is empty.");
            return 0;
        }
        int wanted = number == null ? messages.size() : number;
        if (wanted < 1 || wanted > messages.size()) {
            throw new CommandFailure("There are messages 1 to " + messages.size() + ".");
        }
        MessageView shown = messages.get(messages.size() - wanted); // the newest comes first and has the last number
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
            System.out.println("  " + (messages.size() - i) + "  " + message.receivedAt() + "  " + message.subject());
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
