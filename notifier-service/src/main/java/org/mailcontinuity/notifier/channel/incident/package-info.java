/**
 * Systems that keep incidents of their own (PagerDuty, Opsgenie, Alertmanager) and follow ours: what fires there is
 * resolved there too. Called through {@link org.mailcontinuity.notifier.channel.HttpChannel}.
 */
@NullMarked
package org.mailcontinuity.notifier.channel.incident;

import org.jspecify.annotations.NullMarked;
