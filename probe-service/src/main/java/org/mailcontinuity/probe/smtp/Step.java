package org.mailcontinuity.probe.smtp;

import org.mailcontinuity.contracts.sample.Stage;

/** What a dialogue wants done next. */
public sealed interface Step {
    /** Read the server's first reply. */
    record AwaitGreeting() implements Step {}

    /** Send this and read the reply. */
    record Say(Command command) implements Step {}

    /** Begin TLS, with nothing of the clear dialogue left unread. */
    record Handshake() implements Step {}

    /** Take leave as {@code ending} allows, and close. */
    record Finish(Ending ending) implements Step {}

    default Stage stage() {
        return switch (this) {
            case AwaitGreeting() -> Stage.GREETING;
            case Say(Command command) -> command.stage();
            case Handshake() -> Stage.TLS;
            case Finish(Ending ending) -> ending.stage();
        };
    }
}
