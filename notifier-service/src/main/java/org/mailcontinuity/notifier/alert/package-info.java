/**
 * Alerts: who is told of them, when, how often, and when no more. Reads continuity.alerts; what is due goes to delivery.
 */
@NullMarked
package org.mailcontinuity.notifier.alert;

import org.jspecify.annotations.NullMarked;
