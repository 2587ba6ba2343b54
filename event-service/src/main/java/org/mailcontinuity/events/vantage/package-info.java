/** Vantages: the places that probes look from, and how their workers fare. Fed by continuity.vantages; shown to people. */
@NullMarked
package org.mailcontinuity.events.vantage;

import org.jspecify.annotations.NullMarked;
