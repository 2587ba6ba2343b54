package org.mailcontinuity.standalone.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** Asks for a secret: of a person without showing it, else for a line of standard input. */
final class SecretPrompt {
    private SecretPrompt() {}

    static String ask(String what) throws IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) { // there is none where standard input is piped
            char[] typed = console.readPassword("%s: ", what);
            if (typed == null || typed.length == 0) {
                throw new CommandFailure("Nothing was given; nothing is kept.");
            }
            return new String(typed);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return Optional.ofNullable(in.readLine())
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> new CommandFailure("Nothing was given; nothing is kept."));
    }
}
