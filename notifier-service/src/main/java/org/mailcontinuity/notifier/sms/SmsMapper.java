package org.mailcontinuity.notifier.sms;

import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.mailcontinuity.notifier.credential.TrustedCertificates;
import org.mailcontinuity.notifier.sms.gateway.CallbackRules;
import org.mailcontinuity.notifier.sms.gateway.GatewayExpression;
import org.mailcontinuity.notifier.sms.gateway.GatewaySettings;
import org.mailcontinuity.notifier.sms.gateway.GatewayTemplate;
import org.mailcontinuity.notifier.sms.smpp.SmppSender;
import org.mailcontinuity.notifier.sms.smpp.SmppSettings;

/** Reads the configuration of providers; a fault names the setting. */
final class SmsMapper {
    private static final String PREFIX = "continuity.notifier.sms.providers: ";
    /** Of SMPP: invalid destination address. */
    private static final int BAD_NUMBER = 0x0B;

    private SmsMapper() {}

    static List<SmsConfig.ProviderConfig> providers(SmsConfig config) {
        List<SmsConfig.ProviderConfig> providers = config.providers().orElse(List.of());
        Set<String> names = new HashSet<>();
        for (SmsConfig.ProviderConfig provider : providers) {
            if (provider.smpp().isPresent() == provider.http().isPresent()) {
                throw new IllegalStateException(PREFIX + provider.name() + " must have either smpp or http");
            }
            if (!names.add(provider.name())) {
                throw new IllegalStateException(PREFIX + "two have the name " + provider.name());
            }
        }
        return providers;
    }

    static SmppSettings centre(SmsConfig.ProviderConfig config) {
        SmsConfig.SmppConfig smpp = config.smpp().orElseThrow();
        return new SmppSettings(
                config.name(),
                smpp.host(),
                smpp.port(),
                smpp.tls() ? Optional.of(tls(smpp)) : Optional.empty(),
                config.credential(),
                smpp.bind() == SmsConfig.Bind.SEPARATE,
                smpp.systemType().orElse(""),
                smpp.serviceType().orElse(""),
                SmppSender.of(config.sender(), smpp.senderTon(), smpp.senderNpi()),
                smpp.window(),
                smpp.enquireLink(),
                config.timeout(),
                smpp.longestReconnect(),
                smpp.validity(),
                badNumber(smpp));
    }

    private static Set<Integer> badNumber(SmsConfig.SmppConfig smpp) {
        Set<Integer> statuses = new HashSet<>(smpp.badNumberStatuses().orElse(List.of()));
        statuses.add(BAD_NUMBER);
        return Set.copyOf(statuses);
    }

    private static SSLContext tls(SmsConfig.SmppConfig smpp) {
        try {
            return smpp.trustCertificates().isPresent()
                    ? TrustedCertificates.read(smpp.trustCertificates().get()).context()
                    : SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    static GatewaySettings gateway(SmsConfig.ProviderConfig config) {
        SmsConfig.GatewayConfig http = config.http().orElseThrow();
        try {
            Map<String, GatewayTemplate> headers = GatewaySettings.headers(http.headers());
            return new GatewaySettings(
                    config.name(),
                    http.method(),
                    GatewaySettings.url(http.url()),
                    headers,
                    http.body().map(body -> GatewaySettings.body(body, headers)),
                    config.credential(),
                    config.sender().orElse(""),
                    Pattern.compile(http.successStatus()),
                    http.success().map(GatewayExpression::of),
                    Pattern.compile(http.successMatches(), Pattern.DOTALL),
                    http.messageId().map(GatewayExpression::of),
                    http.badNumberMatches().map(Pattern::compile));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(PREFIX + config.name() + ": " + e.getMessage(), e);
        }
    }

    static List<CallbackRules> callbackRules(SmsConfig config) {
        return providers(config).stream()
                .filter(provider -> provider.http().isPresent())
                .map(SmsMapper::rules)
                .toList();
    }

    static CallbackRules rules(SmsConfig.ProviderConfig config) {
        SmsConfig.GatewayConfig http = config.http().orElseThrow();
        return new CallbackRules(
                config.name(),
                config.credential(),
                http.receipt().messageId(),
                http.receipt().status(),
                Pattern.compile(http.receipt().arrivedMatches()),
                Pattern.compile(http.receipt().lostMatches()),
                http.reply().from(),
                http.reply().text());
    }
}
