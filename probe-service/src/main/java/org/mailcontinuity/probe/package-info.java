/**
 * The probe-service: asks, as a polite mail server would, whether a message to or from an organisation gets through
 * right now, and if not, where it stops. The feature packages below hold the work; this one holds the wiring.
 */
@NullMarked
package org.mailcontinuity.probe;

import org.jspecify.annotations.NullMarked;
