package org.mailcontinuity.events.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.contact.QuietHours;

/**
 * A notification policy as a caller wants it.
 *
 * @param steps in the order in which they come due
 * @param repeatInterval PT1S to PT24H (default PT30M)
 * @param quietHours when alerts wait, and which severities do not
 * @param languages in which alerts are told; empty = each contact's own
 */
@Schema(example = """
                {"name": "mail is down", "repeatInterval": "PT30M", "languages": ["de", "en"],
                 "quietHours": {"timeZone": "Europe/Vienna", "breakThrough": ["DOWN"], "spans": [
                    {"from": "20:00", "until": "07:00"}, {"days": ["SATURDAY", "SUNDAY"], "from": "07:00", "until": "20:00"}]},
                 "steps": [{"contactIds": ["0198f2a4-7c1e-7aa0-8f52-3d1c0a5be001"], "channels": ["EMAIL"]},
                           {"groupIds": ["0198f2a4-7c1e-7aa0-8f52-3d1c0a5be002"], "afterUnacknowledged": "PT15M"}]}
                """)
record PolicyRequest(
        @NotBlank @Size(max = 100) String name,
        @Size(min = 1, max = 10) List<PolicyStep> steps,
        Duration repeatInterval,
        Optional<QuietHours> quietHours,
        @Size(max = 20) List<String> languages) {
    static final Duration DEFAULT_REPEAT = Duration.ofMinutes(30);

    PolicyRequest {
        steps = Require.list("steps", steps, 10);
        repeatInterval = Require.orElse(repeatInterval, DEFAULT_REPEAT);
        quietHours = Require.orElse(quietHours, Optional.empty());
        languages = Require.list("languages", languages, 20);
    }

    static PolicyRequest of(Policy policy) {
        return new PolicyRequest(
                policy.name(), policy.steps(), policy.repeatInterval(), policy.quietHours(), policy.languages());
    }
}
