package org.mailcontinuity.notifier.sms.smpp;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * A message centre and how to talk to it.
 *
 * @param name the operator's name for it
 * @param tls how to secure the line; absent for not at all
 * @param credential names the secret with {@code username} and {@code password}
 * @param separate whether to bind once to send and once to receive, instead of once for both
 * @param window how many messages may wait for an answer at once
 * @param enquireLink how long the line may be silent before it is asked whether it lives
 * @param timeout for the connection, and for each answer
 * @param longestReconnect the longest pause between two attempts to connect
 * @param validity how long the centre tries to reach a phone
 * @param badNumber the command statuses that mean that there is no such number
 */
public record SmppSettings(
        String name,
        String host,
        int port,
        Optional<SSLContext> tls,
        Optional<String> credential,
        boolean separate,
        String systemType,
        String serviceType,
        SmppSender sender,
        int window,
        Duration enquireLink,
        Duration timeout,
        Duration longestReconnect,
        Duration validity,
        Set<Integer> badNumber) {}
