/** The arrival of a test message at a probe's own receiver, by which the submitting worker closes a round trip. */
@NullMarked
package org.mailcontinuity.contracts.arrival;

import org.jspecify.annotations.NullMarked;
