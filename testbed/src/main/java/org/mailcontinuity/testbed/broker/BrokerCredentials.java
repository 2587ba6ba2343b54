package org.mailcontinuity.testbed.broker;

import java.util.Map;
import org.apache.kafka.common.security.plain.PlainLoginModule;

/** The one user of an embedded broker; both parts are letters, digits, {@code -} and {@code _} only. */
public record BrokerCredentials(String username, String password) {
    public BrokerCredentials {
        if (!username.matches("[A-Za-z0-9_-]+") || !password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("credentials: only letters, digits, '-' and '_'");
        }
    }

    /** What a client sets beside {@code bootstrap.servers}. */
    public Map<String, String> clientSettings() {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                PlainLoginModule.class.getName() + " required username=\"" + username + "\" password=\"" + password
                        + "\";");
    }

    @Override
    public String toString() {
        return "BrokerCredentials[username=" + username + "]";
    }
}
