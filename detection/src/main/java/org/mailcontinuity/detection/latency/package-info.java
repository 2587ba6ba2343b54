/** The rule LATENCY: mail that gets through, but slower than it used to. Called by the core for every good vote. */
@NullMarked
package org.mailcontinuity.detection.latency;

import org.jspecify.annotations.NullMarked;
