package org.mailcontinuity.events.alert;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.disruption.Cause;
import org.mailcontinuity.events.suggestion.MailProvider;

/**
 * What disruptions of different monitors must share to be told as one.
 *
 * <p>The detector's cause key ends in the host, or in the domain where no host answers for it. A host of a known provider
 * stands for the provider, whatever its name and wherever it fails; any other host for itself; a key without a host, such
 * as that of a blind probe, for itself.
 *
 * @param key the same for what is told as one
 * @param subject how a person names it: a provider or a host
 */
public record CommonCause(String key, Optional<String> subject) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+([.][a-z0-9_-]+)+|\\[?[0-9a-f:]*:[0-9a-f:.]+]?");
    private static final int LONGEST = 200;

    static CommonCause of(Cause cause) {
        Optional<String> host = cause.route()
                .map(route -> route.host())
                .or(() -> lastPart(cause.causeKey()))
                .map(CommonCause::lower);
        Optional<MailProvider> provider = host.flatMap(MailProvider::ofHost);
        if (provider.isPresent()) {
            return new CommonCause(
                    "PROVIDER:" + provider.get().name(),
                    Optional.of(provider.get().title()));
        }
        return host.map(name ->
                        new CommonCause("HOST:" + name, Optional.of(name).filter(n -> n.length() <= LONGEST)))
                .orElseGet(() -> new CommonCause(cause.causeKey(), Optional.empty()));
    }

    private static Optional<String> lastPart(String causeKey) {
        String[] parts = causeKey.split(":", 3);
        return Optional.of(lower(parts[parts.length - 1]))
                .filter(part -> parts.length > 1 && HOST.matcher(part).matches());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
