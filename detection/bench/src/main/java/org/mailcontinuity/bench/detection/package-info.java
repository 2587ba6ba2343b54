/**
 * {@code ./continuity bench detection}: plays every scenario many times and measures every rule on it. Started by the
 * command as a program of its own.
 */
@NullMarked
package org.mailcontinuity.bench.detection;

import org.jspecify.annotations.NullMarked;
