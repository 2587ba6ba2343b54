package org.mailcontinuity.notifier.channel;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.mailcontinuity.notifier.channel.chat.NtfyDialect;
import org.mailcontinuity.notifier.channel.chat.SlackDialect;
import org.mailcontinuity.notifier.channel.chat.TeamsDialect;
import org.mailcontinuity.notifier.channel.email.EmailChannel;
import org.mailcontinuity.notifier.channel.email.EmailMapper;
import org.mailcontinuity.notifier.channel.email.Relay;
import org.mailcontinuity.notifier.channel.email.RelayConnection;
import org.mailcontinuity.notifier.channel.http.AddressGuard;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.channel.incident.AlertmanagerDialect;
import org.mailcontinuity.notifier.channel.incident.OpsgenieDialect;
import org.mailcontinuity.notifier.channel.incident.PagerDutyDialect;
import org.mailcontinuity.notifier.channel.webhook.WebhookDialect;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.credential.TrustedCertificates;

/** Puts the channels together; what is configured wrongly stops the start. A new channel is one more method here. */
final class ChannelBeans {
    @Produces
    @Singleton
    @Startup
    EmailChannel email(ChannelConfig config, CredentialRepository credentials, InstantSource clock) {
        List<RelayConnection> relays = config.relays().orElse(List.of()).stream()
                .map(relay -> new RelayConnection(relay(relay), credentials))
                .toList();
        return new EmailChannel(relays, new EmailMapper(config.from()), clock);
    }

    @Produces
    @Singleton
    @Startup
    HttpConnection http(ChannelConfig config, InstantSource clock) {
        AddressGuard guard = new AddressGuard(config.allowedNetworks().orElse(List.of()));
        return new HttpConnection(guard, tls(config), config.webhookTimeout(), clock);
    }

    @Produces
    @Singleton
    @Named("webhook")
    Channel webhook(HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        return new HttpChannel(new WebhookDialect(), http, credentials, clock);
    }

    @Produces
    @Singleton
    @Named("slack")
    Channel slack(HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        return new HttpChannel(new SlackDialect(), http, credentials, clock);
    }

    @Produces
    @Singleton
    @Named("teams")
    Channel teams(HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        return new HttpChannel(new TeamsDialect(), http, credentials, clock);
    }

    @Produces
    @Singleton
    @Named("ntfy")
    Channel ntfy(HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        return new HttpChannel(new NtfyDialect(), http, credentials, clock);
    }

    @Produces
    @Singleton
    @Named("pagerduty")
    Channel pagerDuty(HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        return new HttpChannel(new PagerDutyDialect(), http, credentials, clock);
    }

    @Produces
    @Singleton
    @Named("opsgenie")
    Channel opsgenie(HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        return new HttpChannel(new OpsgenieDialect(), http, credentials, clock);
    }

    @Produces
    @Singleton
    @Named("alertmanager")
    Channel alertmanager(HttpConnection http, CredentialRepository credentials, InstantSource clock) {
        return new HttpChannel(new AlertmanagerDialect(), http, credentials, clock);
    }

    private static Relay relay(ChannelConfig.RelayConfig config) {
        return new Relay(
                config.host(),
                config.port(),
                config.security(),
                config.credential(),
                config.trustCertificates(),
                config.timeout());
    }

    private static SSLContext tls(ChannelConfig config) {
        try {
            return config.trustCertificates().isPresent()
                    ? TrustedCertificates.read(config.trustCertificates().get()).context()
                    : SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
