package org.mailcontinuity.testbed.smtp;

import java.util.List;

/**
 * What a server saw of one connection.
 *
 * @param commands the client's command lines in order, without message content and without AUTH secrets
 * @param messages what was accepted
 * @param secured whether TLS was reached
 * @param quit whether the client took its leave with QUIT
 * @param ended whether the connection is over
 */
public record SmtpSession(
        List<String> commands, List<SmtpMessage> messages, boolean secured, boolean quit, boolean ended) {
    public SmtpSession {
        commands = List.copyOf(commands);
        messages = List.copyOf(messages);
    }
}
