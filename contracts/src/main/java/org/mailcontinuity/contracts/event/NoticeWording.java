package org.mailcontinuity.contracts.event;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.Require;

/**
 * Sentences of the operator's own in one language.
 *
 * @param language of both, such as {@code en} or {@code de-AT}
 * @param start put into the notice of the start
 * @param end put into the notice of the end
 */
public record NoticeWording(String language, Optional<String> start, Optional<String> end) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    public NoticeWording {
        Require.matching("notices.wordings.language", language, LANGUAGE, "must be a language tag such as en or de-AT");
        Require.optionalText("notices.wordings.start", start, 2000);
        Require.optionalText("notices.wordings.end", end, 2000);
    }
}
