package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.standalone.deadletter.DeadLetterClient;
import org.mailcontinuity.standalone.deadletter.Letter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands dead letters over again. */
@Command(
        name = "replay",
        description =
                "Writes dead letters to the topic they came from, byte for byte, once what could not read them can:"
                        + " after an upgrade, say. One that still cannot be read comes back.",
        mixinStandardHelpOptions = true)
final class DlqReplayCommand implements Callable<Integer> {
    @Mixin
    private LetterPlace place;

    @Parameters(
            paramLabel = "LETTER|TOPIC",
            description = "One letter as list shows it, such as samples@17; or a topic, such as samples, for all of its"
                    + " letters, which are removed then.")
    private String name;

    @Option(names = "--keep", description = "Remove nothing.")
    private boolean keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (DeadLetterClient client = place.connect()) {
            if (name.contains("@")) {
                replay(client, List.of(LetterPlace.letter(client, name)));
                System.out.println("Replayed " + name + ". It stays among the dead letters until its time is over.");
                return 0;
            }
            Topic topic = LetterPlace.topic(name);
            List<Letter> letters = client.newest(topic, Integer.MAX_VALUE);
            replay(client, letters);
            if (!keep && !letters.isEmpty()) {
                client.removeThrough(topic, letters.getLast().offset());
            }
            System.out.println(
                    "Replayed " + letters.size() + (letters.size() == 1 ? " dead letter." : " dead letters."));
            return 0;
        } catch (ExecutionException e) {
            throw new CommandFailure("The broker refused: " + e.getCause());
        }
    }

    private static void replay(DeadLetterClient client, List<Letter> letters)
            throws InterruptedException, ExecutionException {
        for (Letter letter : letters) {
            if (letter.why().filter(why -> why.topic().equals(letter.topic())).isEmpty()) {
                throw new CommandFailure(letter.name() + " does not say where it came from; nothing was replayed.");
            }
        }
        client.replay(letters);
    }
}
