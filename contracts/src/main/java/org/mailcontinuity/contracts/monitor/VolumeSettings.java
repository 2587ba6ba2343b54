package org.mailcontinuity.contracts.monitor;

import org.mailcontinuity.contracts.Require;

/**
 * Settings of the rule VOLUME, which stands beside the one that was chosen, where real mail is counted.
 *
 * @param enabled whether silence against the learned volume is judged (default yes)
 */
public record VolumeSettings(Boolean enabled) {
    public static final VolumeSettings DEFAULT = new VolumeSettings(true);

    public VolumeSettings {
        enabled = Require.orElse(enabled, Boolean.TRUE);
    }
}
