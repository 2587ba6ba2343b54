package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One message on its way in: gathers sender and recipients, then gives the whole to its destination. */
final class Incoming implements MessageHandler {
    /** Refuses a recipient or lets it pass. */
    interface RecipientCheck {
        void check(String recipient) throws RejectException;
    }

    /** Takes a message whose recipients have all passed. */
    interface Destination {
        void take(String sender, List<String> recipients, byte[] content) throws IOException;
    }

    private final RecipientCheck check;
    private final Destination destination;
    private final List<String> recipients = new ArrayList<>();
    private Optional<String> sender = Optional.empty();

    Incoming(RecipientCheck check, Destination destination) {
        this.check = check;
        this.destination = destination;
    }

    @Override
    public void from(String address) {
        sender = Optional.of(address);
    }

    @Override
    public void recipient(String address) throws RejectException {
        check.check(address.toLowerCase(Locale.ROOT));
        recipients.add(address.toLowerCase(Locale.ROOT));
    }

    @Override
    public String data(InputStream content) throws IOException {
        destination.take(sender.orElse(""), List.copyOf(recipients), content.readAllBytes());
        return "2.0.0 accepted";
    }

    @Override
    public void done() {}
}
