package org.mailcontinuity.testbed.smtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a {@link ScriptedSmtpServer} behaves. Starts from a server that accepts everything; each method returns a changed
 * copy.
 *
 * @param actions what differs from plain acceptance, by stage
 * @param capabilities the EHLO keywords besides {@code STARTTLS} and {@code AUTH}
 * @param tls present: STARTTLS is offered with this context
 * @param implicitTls true: TLS starts with the connection, before the greeting
 * @param account present: AUTH PLAIN and LOGIN are offered and MAIL is refused (530) before it
 */
public record SmtpScript(
        Map<SmtpStage, SmtpAction> actions,
        List<String> capabilities,
        Optional<SSLContext> tls,
        boolean implicitTls,
        Optional<Account> account) {

    /** A user name and password that AUTH accepts. */
    public record Account(String username, String password) {}

    public SmtpScript {
        actions = Map.copyOf(actions);
        capabilities = List.copyOf(capabilities);
    }

    /** Accepts every message. */
    public static SmtpScript accepting() {
        return new SmtpScript(
                Map.of(),
                List.of("PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", "SIZE 10485760"),
                Optional.empty(),
                false,
                Optional.empty());
    }

    public SmtpScript on(SmtpStage stage, SmtpAction action) {
        Map<SmtpStage, SmtpAction> changed = new EnumMap<>(SmtpStage.class);
        changed.putAll(actions);
        changed.put(stage, action);
        return new SmtpScript(changed, capabilities, tls, implicitTls, account);
    }

    /** Sends the lines at that stage, such as {@code "550 5.1.1 no such user"}. */
    public SmtpScript answer(SmtpStage stage, String... lines) {
        return on(stage, new SmtpAction.Answer(List.of(lines)));
    }

    public SmtpScript stall(SmtpStage stage) {
        return on(stage, new SmtpAction.Stall());
    }

    public SmtpScript drop(SmtpStage stage) {
        return on(stage, new SmtpAction.Drop());
    }

    public SmtpScript dropAfter(SmtpStage stage) {
        return on(stage, new SmtpAction.DropAfter());
    }

    public SmtpScript drip(SmtpStage stage, String line, Duration pause) {
        return on(stage, new SmtpAction.Drip(line, pause));
    }

    public SmtpScript late(SmtpStage stage, Duration delay, String... lines) {
        return on(stage, new SmtpAction.Late(delay, List.of(lines)));
    }

    public SmtpScript withStartTls(SSLContext context) {
        return new SmtpScript(actions, capabilities, Optional.of(context), false, account);
    }

    public SmtpScript withImplicitTls(SSLContext context) {
        return new SmtpScript(actions, capabilities, Optional.of(context), true, account);
    }

    public SmtpScript withAccount(String username, String password) {
        return new SmtpScript(actions, capabilities, tls, implicitTls, Optional.of(new Account(username, password)));
    }

    public SmtpScript withCapabilities(String... keywords) {
        return new SmtpScript(actions, List.of(keywords), tls, implicitTls, account);
    }

    List<String> ehloLines(boolean secured) {
        List<String> words = new ArrayList<>();
        words.add("testbed.invalid greets you");
        words.addAll(capabilities);
        if (tls.isPresent() && !secured && !implicitTls) {
            words.add("STARTTLS");
        }
        if (account.isPresent()) {
            words.add("AUTH PLAIN LOGIN");
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            lines.add("250" + (i == words.size() - 1 ? " " : "-") + words.get(i));
        }
        return List.copyOf(lines);
    }
}
