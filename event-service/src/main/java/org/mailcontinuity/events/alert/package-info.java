/**
 * Alerts: what wants somebody's attention because of a disruption, from firing to resolved. Driven by the feature
 * disruption, by people and by continuity events; the notifier reads what is published here.
 */
@NullMarked
package org.mailcontinuity.events.alert;

import org.jspecify.annotations.NullMarked;
