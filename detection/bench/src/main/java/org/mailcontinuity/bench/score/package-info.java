/**
 * What a rule achieved over the runs of a scenario, the bars it is held to, and the table. Used by the benchmark's
 * program.
 */
@NullMarked
package org.mailcontinuity.bench.score;

import org.jspecify.annotations.NullMarked;
