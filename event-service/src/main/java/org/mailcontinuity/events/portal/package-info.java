/**
 * The page behind the link in an alert: one contact reads one alert without signing in, and acts on it. Reached from
 * the notifier's messages; works without scripts; reading changes nothing.
 */
@NullMarked
package org.mailcontinuity.events.portal;

import org.jspecify.annotations.NullMarked;
