/** Starts, supervises and ends the stream. Called by Quarkus at start and end. */
@NullMarked
package org.mailcontinuity.detector.streams;

import org.jspecify.annotations.NullMarked;
