package org.mailcontinuity.events.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.ChannelType;

/**
 * @param notice firing, acknowledged, resolved, started, ended, userstarted, userended, digest, test or late
 * @param channel only what this one shows; all where absent
 * @param language such as {@code de} (default {@code en})
 * @param timeZone in which times are told (default {@code UTC})
 * @param cause what a mail system shall have said, in the notices that tell of it
 * @param texts templates in the place of those in use, by {@code txt} (its first line is the subject), {@code html} and
 *     {@code sms}
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(example = """
                {"notice": "firing", "channel": "SMS", "language": "de", "timeZone": "Europe/Vienna",
                 "texts": {"sms": "{domain} gestört seit {sinceShort}. {sentence}\\n{link}"}}
                """)
record NoticePreviewRequest(
        @NotBlank @Size(max = 20) String notice,
        Optional<ChannelType> channel,
        Optional<@Size(max = 35) String> language,
        Optional<@Size(max = 64) String> timeZone,
        Optional<@Size(max = 4000) String> cause,
        @Size(max = 3) Map<String, @Size(min = 1, max = 20_000) String> texts) {
    NoticePreviewRequest {
        channel = Require.orElse(channel, Optional.empty());
        language = Require.orElse(language, Optional.empty());
        timeZone = Require.orElse(timeZone, Optional.empty());
        cause = Require.orElse(cause, Optional.empty());
        texts = Require.map("texts", texts, 3);
    }
}
