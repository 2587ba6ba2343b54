package org.mailcontinuity.notifier.sms.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.sms.SmsHeard;

/**
 * Judges callbacks: {@code /api/v1/receipts/sms/<provider>} for receipts, {@code /api/v1/replies/sms/<provider>} for what
 * people wrote. Every callback proves itself by the provider's {@code callback-secret}: as the parameter {@code key}, in the
 * Authorization header, by our signature in the URL that was made for the message (parameters {@code id} and {@code sig}),
 * or by the provider's signature of the body in the header {@code x-signature}.
 */
public final class Callbacks {
    private static final Logger LOG = Logger.getLogger(Callbacks.class);
    private static final Pattern PATH = Pattern.compile("/api/v1/(receipts|replies)/sms/([a-z0-9-]{1,40})");
    private static final String SIGNATURE = "x-signature";

    private final Map<String, CallbackRules> providers;
    private final CredentialRepository credentials;
    private final Consumer<SmsHeard> heard;

    /** @param heard told of each receipt and text; throws if it cannot be kept now */
    public Callbacks(List<CallbackRules> providers, CredentialRepository credentials, Consumer<SmsHeard> heard) {
        this.providers = providers.stream().collect(Collectors.toMap(CallbackRules::provider, Function.identity()));
        this.credentials = credentials;
        this.heard = heard;
    }

    /** Where a provider is to tell what became of a message. */
    public String receiptUrl(URI base, CallbackRules rules, UUID messageId) {
        String sig = key(rules)
                .orElseThrow(() -> new IllegalArgumentException(
                        "credential " + rules.credential().orElse("(none named)") + " has no callback-secret"))
                .sign(messageId.toString());
        return base.toString().replaceAll("/+$", "") + "/api/v1/receipts/sms/" + rules.provider() + "?id=" + messageId
                + "&sig=" + sig;
    }

    /** @return the HTTP status */
    int take(CallbackRequest request) {
        Matcher path = PATH.matcher(request.path());
        Optional<CallbackRules> rules =
                path.matches() ? Optional.ofNullable(providers.get(path.group(2))) : Optional.empty();
        if (rules.isEmpty()) {
            return 404;
        }
        boolean receipt = path.group(1).equals("receipts");
        if (key(rules.get()).filter(key -> proves(key, request, receipt)).isEmpty()) {
            LOG.warnf("callback refused provider=%s", rules.get().provider());
            return 403;
        }
        Optional<SmsHeard> said =
                receipt ? rules.get().receipt(request) : rules.get().reply(request);
        if (said.isEmpty()) {
            return 400;
        }
        try {
            heard.accept(said.get());
            return 200;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "callback cannot be kept now provider=%s cause=%s",
                    rules.get().provider(), e.getMessage());
            return 503;
        }
    }

    private static boolean proves(CallbackKey key, CallbackRequest request, boolean receipt) {
        boolean byUrl = receipt
                && request.field("id")
                        .flatMap(id -> request.field("sig").filter(sig -> key.signed(id, sig)))
                        .isPresent();
        return byUrl
                || request.field("key").filter(key::is).isPresent()
                || request.header("authorization")
                        .flatMap(CallbackKey::ofAuthorization)
                        .filter(key::is)
                        .isPresent()
                || request.header(SIGNATURE)
                        .filter(signature -> key.signedBody(request.body(), signature))
                        .isPresent();
    }

    private Optional<CallbackKey> key(CallbackRules rules) {
        return rules.credential()
                .flatMap(name -> credentials.find(name, "callback-secret"))
                .map(secret -> CallbackKey.of(rules.provider(), secret));
    }
}
