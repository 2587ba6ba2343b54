/**
 * The detector's wish for a second opinion: another vantage saw a first bad sample, and this one is to look at once.
 * Called by the reader of continuity.confirmations.
 */
@NullMarked
package org.mailcontinuity.probe.confirmation;

import org.jspecify.annotations.NullMarked;
