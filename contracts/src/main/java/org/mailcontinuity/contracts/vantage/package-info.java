/** The condition of a probe worker: written by the probe-service, read by detector and event-service. */
@NullMarked
package org.mailcontinuity.contracts.vantage;

import org.jspecify.annotations.NullMarked;
