package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.DeadLetter;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.standalone.deadletter.DeadLetterClient;
import org.mailcontinuity.standalone.deadletter.Letter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists dead letters. */
@Command(name = "list", description = "Lists dead letters, of all topics or of one.", mixinStandardHelpOptions = true)
final class DlqListCommand implements Callable<Integer> {
    @Mixin
    private LetterPlace place;

    @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "Such as samples (default: all).")
    private @Nullable String topic;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "The newest so many of each topic (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Override
    public Integer call() throws IOException {
        List<Topic> topics = topic == null ? Topics.primary() : List.of(LetterPlace.topic(topic));
        PrintStream out = System.out;
        boolean any = false;
        try (DeadLetterClient client = place.connect()) {
            for (Topic one : topics) {
                for (Letter letter : client.newest(one, Math.max(1, limit))) {
                    any = true;
                    out.printf(
                            "%-24s %s  %-16s %s%n",
                            letter.name(),
                            letter.at(),
                            letter.why().map(DeadLetter::service).orElse("-"),
                            Printable.line(letter.why().map(DeadLetter::cause).orElse("nothing says why")));
                }
            }
        }
        if (!any) {
            out.println("There are no dead letters.");
        }
        return 0;
    }
}
