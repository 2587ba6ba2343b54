package org.mailcontinuity.probe.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;
import org.mailcontinuity.contracts.sample.Stage;

/** Something the probe says in a dialogue, and to which the server replies. */
public sealed interface Command {
    /** The stage in which the dialogue is while the reply is awaited. */
    Stage stage();

    /** What goes over the wire, without the last CRLF. */
    String wire();

    /** What the transcript shows: as on the wire, but without secrets. */
    default String shown() {
        return wire();
    }

    record Ehlo(String name) implements Command {
        @Override
        public Stage stage() {
            return Stage.EHLO;
        }

        @Override
        public String wire() {
            return "EHLO " + name;
        }
    }

    record Helo(String name) implements Command {
        @Override
        public Stage stage() {
            return Stage.EHLO;
        }

        @Override
        public String wire() {
            return "HELO " + name;
        }
    }

    record StartTls() implements Command {
        @Override
        public Stage stage() {
            return Stage.STARTTLS;
        }

        @Override
        public String wire() {
            return "STARTTLS";
        }
    }

    /** RFC 4616, as initial response (RFC 4954, 4). */
    record AuthPlain(Login login) implements Command {
        @Override
        public Stage stage() {
            return Stage.AUTH;
        }

        @Override
        public String wire() {
            return "AUTH PLAIN " + base64("\0" + login.username() + "\0" + login.password());
        }

        @Override
        public String shown() {
            return "AUTH PLAIN ***";
        }
    }

    /** The older mechanism that some servers offer alone (draft-murchison-sasl-login). */
    record AuthLogin() implements Command {
        @Override
        public Stage stage() {
            return Stage.AUTH;
        }

        @Override
        public String wire() {
            return "AUTH LOGIN";
        }
    }

    record AuthUsername(Login login) implements Command {
        @Override
        public Stage stage() {
            return Stage.AUTH;
        }

        @Override
        public String wire() {
            return base64(login.username());
        }

        @Override
        public String shown() {
            return "***";
        }
    }

    record AuthPassword(Login login) implements Command {
        @Override
        public Stage stage() {
            return Stage.AUTH;
        }

        @Override
        public String wire() {
            return base64(login.password());
        }

        @Override
        public String shown() {
            return "***";
        }
    }

    /** @param size the message's size, announced where the server wants to know it (RFC 1870) */
    record MailFrom(String sender, OptionalInt size) implements Command {
        @Override
        public Stage stage() {
            return Stage.MAIL;
        }

        @Override
        public String wire() {
            return "MAIL FROM:<" + sender + ">" + (size.isPresent() ? " SIZE=" + size.getAsInt() : "");
        }
    }

    record RcptTo(String recipient) implements Command {
        @Override
        public Stage stage() {
            return Stage.RCPT;
        }

        @Override
        public String wire() {
            return "RCPT TO:<" + recipient + ">";
        }
    }

    record BeginContent() implements Command {
        @Override
        public Stage stage() {
            return Stage.DATA;
        }

        @Override
        public String wire() {
            return "DATA";
        }
    }

    /** The message itself and its end (RFC 5321, 4.5.2: a line that begins with a dot gets another one). */
    record Content(String message) implements Command {
        @Override
        public Stage stage() {
            return Stage.DATA;
        }

        @Override
        public String wire() {
            String stuffed = message.replace("\r\n.", "\r\n..");
            String begun = stuffed.startsWith(".") ? "." + stuffed : stuffed;
            return begun + (begun.endsWith("\r\n") ? "." : "\r\n.");
        }

        @Override
        public String shown() {
            return "(message of " + message.length() + " bytes)";
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
