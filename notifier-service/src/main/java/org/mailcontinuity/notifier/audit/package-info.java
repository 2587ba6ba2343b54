/**
 * The notifier's own watchman: finds what is late or stuck, mends what can be mended, and tells the operators, the metrics and
 * the health check. Called by the scheduler.
 */
@NullMarked
package org.mailcontinuity.notifier.audit;

import org.jspecify.annotations.NullMarked;
