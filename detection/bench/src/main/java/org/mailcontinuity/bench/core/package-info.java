/** Measures the detection core: run by hand, or by {@code ./continuity bench core}. */
@NullMarked
package org.mailcontinuity.bench.core;

import org.jspecify.annotations.NullMarked;
