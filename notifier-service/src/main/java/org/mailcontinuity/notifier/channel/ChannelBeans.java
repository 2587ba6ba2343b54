package org.mailcontinuity.notifier.channel;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.mailcontinuity.notifier.channel.chat.NtfyDialect;
import org.mailcontinuity.notifier.channel.chat.SlackDialect;
import org.mailcontinuity.notifier.channel.chat.TeamsDialect;
import org.mailcontinuity.notifier.channel.dkim.DkimKey;
import org.mailcontinuity.notifier.channel.dkim.DkimSigner;
import org.mailcontinuity.notifier.channel.email.DirectConnection;
import org.mailcontinuity.notifier.channel.email.DirectConnection.DirectSettings;
import org.mailcontinuity.notifier.channel.email.EmailChannel;
import org.mailcontinuity.notifier.channel.email.EmailMapper;
import org.mailcontinuity.notifier.channel.email.Relay;
import org.mailcontinuity.notifier.channel.email.RelayConnection;
import org.mailcontinuity.notifier.channel.email.ReturnPath;
import org.mailcontinuity.notifier.channel.email.Way;
import org.mailcontinuity.notifier.channel.http.AddressGuard;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.channel.incident.AlertmanagerDialect;
import org.mailcontinuity.notifier.channel.incident.OpsgenieDialect;
import org.mailcontinuity.notifier.channel.incident.PagerDutyDialect;
import org.mailcontinuity.notifier.channel.webhook.WebhookDialect;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.credential.TrustedCertificates;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** Puts the channels together; what is configured wrongly stops the start. A new channel is one more method here. */
final class ChannelBeans {
    private static final int SHORTEST_KEY = 16;
    private static final Duration DNS_TIMEOUT = Duration.ofSeconds(5);

    @Produces
    @Singleton
    @Startup
    EmailChannel email(
            ChannelConfig config,
            CredentialRepository credentials,
            Optional<ReturnPath> returnPath,
            InstantSource clock) {
        DkimSigner signer = new DkimSigner(config.dkim().orElse(List.of()).stream()
                .map(key -> DkimKey.read(key.domain(), key.selector(), key.key()))
                .toList());
        EmailMapper emails = new EmailMapper(config.from(), signer, returnPath);
        List<Way> ways = new ArrayList<>();
        for (ChannelConfig.RelayConfig relay : config.relays().orElse(List.of())) {
            ways.add(new RelayConnection(relay(relay), credentials, emails.domain()));
        }
        if (config.direct().enabled()) {
            ways.add(new DirectConnection(direct(config.direct()), guard(config), credentials, emails.domain()));
        }
        return new EmailChannel(ways, emails, clock);
    }

    @Produces
    @Singleton
    @Startup
    Optional<ReturnPath> returnPath(ChannelConfig config, CredentialRepository credentials) {
        String credential = config.returnPath().credential();
        return config.returnPath()
                .domain()
                .map(domain -> new ReturnPath(
                        domain,
                        () -> credentials
                                .find(credential, "key")
                                .filter(key -> key.length() >= SHORTEST_KEY)
                                .orElseThrow(() -> new IllegalArgumentException("credential " + credential
                                        + " must have a key of at least 16 characters, which seals the return path"))
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static DirectSettings direct(ChannelConfig.DirectConfig config) {
        try {
            Resolver resolver = new SimpleResolver();
            if (config.dns().isPresent()) {
                URI dns = URI.create("dns://" + config.dns().get());
                resolver = new SimpleResolver(
                        new InetSocketAddress(dns.getHost(), dns.getPort() == -1 ? 53 : dns.getPort()));
            }
            resolver.setTimeout(DNS_TIMEOUT);
            return new DirectSettings(resolver, config.port(), config.timeout());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no DNS server is known", e);
        }
    }

    private static AddressGuard guard(ChannelConfig config) {
        return new AddressGuard(config.allowedNetworks().orElse(List.of()));
    }

    @Produces
    @Singleton
    @Startup
    HttpConnection http(ChannelConfig config, InstantSource clock) {
        return new HttpConnection(guard(config), tls(config), config.webhookTimeout(), clock);
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
