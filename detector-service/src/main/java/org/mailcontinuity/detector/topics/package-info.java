/** Checks that the topics are there and fit each other. Asked before the stream starts and by readiness. */
@NullMarked
package org.mailcontinuity.detector.topics;

import org.jspecify.annotations.NullMarked;
