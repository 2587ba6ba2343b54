/**
 * Test messages that come back to the probe: the sealed token that marks them, the SMTP server that receives them, and
 * the book in which the submitting worker waits for their arrival. Used by the outbound check; any worker may receive
 * what another one sent.
 */
@NullMarked
package org.mailcontinuity.probe.arrival;

import org.jspecify.annotations.NullMarked;
