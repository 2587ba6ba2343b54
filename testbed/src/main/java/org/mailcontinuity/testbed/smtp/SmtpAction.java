package org.mailcontinuity.testbed.smtp;

import java.time.Duration;
import java.util.List;

/** What the server does when a dialogue reaches a stage. */
public sealed interface SmtpAction {
    /** Sends these lines, each ended by CR LF. */
    record Answer(List<String> lines) implements SmtpAction {
        public Answer {
            lines = List.copyOf(lines);
        }
    }

    /** Waits, then sends these lines. */
    record Late(Duration delay, List<String> lines) implements SmtpAction {
        public Late {
            lines = List.copyOf(lines);
        }
    }

    /** Says nothing and keeps the connection open until the client or the server is closed. */
    record Stall() implements SmtpAction {}

    /** Sends the line byte by byte with a pause after each. */
    record Drip(String line, Duration pause) implements SmtpAction {}

    /** Closes the connection without a word. */
    record Drop() implements SmtpAction {}

    /** Does what the command asks (a message is taken), then closes the connection without a word. */
    record DropAfter() implements SmtpAction {}

    /** Sends these characters, one byte each (ISO 8859-1), as they are, and goes on. */
    record Raw(String bytes) implements SmtpAction {}

    /** Sends this byte without end until the client goes away. */
    record Flood(byte filler) implements SmtpAction {}
}
