package org.mailcontinuity.notifier.preview;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Require;

/**
 * @param notice the templates' name, such as {@code firing}
 * @param channel only what this one shows; all where absent
 * @param language such as {@code de} (default {@code en})
 * @param timeZone in which times are told (default {@code UTC})
 * @param cause what a mail system shall have said, in the notices that tell of it
 * @param texts templates in the place of those in use, by {@code txt}, {@code html} and {@code sms}
 */
public record PreviewRequest(
        String notice,
        Optional<String> channel,
        Optional<String> language,
        Optional<String> timeZone,
        Optional<String> cause,
        Map<String, String> texts) {
    private static final int LONGEST_TEXT = 20_000;
    private static final List<String> KINDS = List.of("txt", "html", "sms");

    public PreviewRequest {
        Require.present("notice", notice);
        PreviewSamples.known(notice);
        channel = Require.orElse(channel, Optional.empty());
        language = Require.orElse(language, Optional.empty());
        timeZone = Require.orElse(timeZone, Optional.empty());
        cause = Require.orElse(cause, Optional.empty());
        Require.optionalText("cause", cause, 4000);
        texts = Map.copyOf(Require.orElse(texts, Map.of()));
        if (language.filter(tag -> !tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                .isPresent()) {
            throw new ContractViolation("language", "must be a language tag, such as de or de-AT", language.get());
        }
        timeZone.ifPresent(PreviewRequest::zone);
        texts.forEach((kind, text) -> {
            if (!KINDS.contains(kind)) {
                throw new ContractViolation("texts", "must be named txt, html or sms", kind);
            }
            Require.text("texts." + kind, text, 1, LONGEST_TEXT);
        });
    }

    Locale locale() {
        return Locale.forLanguageTag(language.orElse("en"));
    }

    ZoneId zone() {
        return timeZone.map(PreviewRequest::zone).orElse(ZoneId.of("UTC"));
    }

    /** The texts by the names of the files whose place they take. */
    Map<String, String> drafts() {
        Map<String, String> drafts = new HashMap<>();
        texts.forEach((kind, text) -> drafts.put(notice + "." + locale().getLanguage() + "." + kind, text));
        return drafts;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ContractViolation("timeZone", "must be an IANA time zone, such as Europe/Berlin", name);
        }
    }
}
