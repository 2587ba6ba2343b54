/**
 * Judges recorded samples in a file as the stream would have, without any service: {@code ./continuity replay}. Started
 * as a program of its own by the command; the benchmark of detection feeds its streams through it.
 */
@NullMarked
package org.mailcontinuity.detector.replay;

import org.jspecify.annotations.NullMarked;
