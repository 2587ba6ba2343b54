package org.mailcontinuity.notifier.sms;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mailcontinuity.notifier.channel.http.HttpConnection;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.sms.gateway.CallbackServer;
import org.mailcontinuity.notifier.sms.gateway.Callbacks;
import org.mailcontinuity.notifier.sms.gateway.GatewayProvider;
import org.mailcontinuity.notifier.sms.smpp.SmppProvider;

/** Puts the providers together; what is configured wrongly stops the start. */
final class SmsBeans {
    @Produces
    @Singleton
    Callbacks callbacks(SmsConfig config, CredentialRepository credentials, SmsReceiver receiver) {
        return new Callbacks(SmsMapper.callbackRules(config), credentials, receiver::hear);
    }

    @Produces
    @Singleton
    @Startup
    SmsChannel sms(SmsConfig config, SmsPeers peers, InstantSource clock) {
        List<AutoCloseable> started = new ArrayList<>();
        List<SmsProvider> providers = SmsMapper.providers(config).stream()
                .map(provider -> provider.smpp().isPresent()
                        ? peers.centre(provider)
                        : peers.gateway(provider, config.callback()))
                .toList();
        config.callback()
                .port()
                .ifPresent(port ->
                        started.add(CallbackServer.start(config.callback().bind(), port, peers.callbacks())));
        return new SmsChannel(providers, started, config.segments(), clock);
    }

    void stop(@Observes ShutdownEvent event, SmsChannel channel) {
        channel.close();
    }

    @Produces
    @Singleton
    SmsPeers peers(
            CredentialRepository credentials,
            SubmissionRepository submissions,
            SmsReceiver receiver,
            Callbacks callbacks,
            HttpConnection http,
            InstantSource clock,
            RandomGenerator random) {
        return new SmsPeers(credentials, submissions, receiver, callbacks, http, clock, random);
    }

    /** What providers are made with. */
    record SmsPeers(
            CredentialRepository credentials,
            SubmissionRepository submissions,
            SmsReceiver receiver,
            Callbacks callbacks,
            HttpConnection http,
            InstantSource clock,
            RandomGenerator random) {

        SmsProvider centre(SmsConfig.ProviderConfig config) {
            return new SmppProvider(SmsMapper.centre(config), credentials, submissions, receiver::hear, clock, random)
                    .start();
        }

        SmsProvider gateway(SmsConfig.ProviderConfig config, SmsConfig.CallbackConfig callback) {
            return new GatewayProvider(
                    SmsMapper.gateway(config),
                    http,
                    credentials,
                    submissions,
                    id -> callback.publicUrl()
                            .map(base -> callbacks.receiptUrl(base, SmsMapper.rules(config), id))
                            .orElse(""),
                    clock);
        }
    }
}
