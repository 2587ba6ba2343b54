/**
 * {@code ./continuity bench detector}: the whole detector on a real broker beside a consumer that only decodes the same
 * records, and its restart. Started by the command as a program of its own.
 */
@NullMarked
package org.mailcontinuity.bench.detector;

import org.jspecify.annotations.NullMarked;
