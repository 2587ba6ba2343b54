package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.mailcontinuity.standalone.deadletter.DeadLetterClient;
import org.mailcontinuity.standalone.deadletter.Letter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one dead letter. */
@Command(
        name = "show",
        description = "Shows a dead letter: why, whence, its headers and its value.",
        mixinStandardHelpOptions = true)
final class DlqShowCommand implements Callable<Integer> {
    @Mixin
    private LetterPlace place;

    @Parameters(paramLabel = "LETTER", description = "As list shows it, such as samples@17.")
    private String name;

    @Option(names = "--raw", description = "Only the value, byte for byte.")
    private boolean raw;

    @Override
    public Integer call() throws IOException {
        try (DeadLetterClient client = place.connect()) {
            Letter letter = LetterPlace.letter(client, name);
            if (raw) {
                System.out.write(letter.value().orElse(new byte[0]));
                System.out.flush();
            } else {
                show(letter, System.out);
            }
        }
        return 0;
    }

    private static void show(Letter letter, PrintStream out) {
        out.println("at        " + letter.at());
        letter.why().ifPresent(why -> {
            out.println("cause     " + Printable.line(why.cause()));
            out.println("service   " + Printable.line(why.service()));
            out.println("from      " + Printable.line(why.topic()) + " partition " + why.partition() + " offset "
                    + why.offset());
        });
        out.println("key       " + letter.key().map(Printable::line).orElse("(none)"));
        letter.headers()
                .forEach(
                        (name, value) -> out.printf("header    %s: %s%n", Printable.line(name), Printable.line(value)));
        out.println("value     "
                + letter.value().map(value -> value.length + " bytes").orElse("(none: a tombstone)"));
        letter.value().map(Printable::line).ifPresent(out::println);
    }
}
