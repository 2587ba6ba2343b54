/**
 * From a route to a finished dialogue: look its host up, check the addresses, wait for a place there, talk. Called by
 * the inbound and the outbound check.
 */
@NullMarked
package org.mailcontinuity.probe.dialing;

import org.jspecify.annotations.NullMarked;
