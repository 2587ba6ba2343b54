/**
 * The rules that are measured: ours, by the core itself, and beside it those in use elsewhere, each written anew from its
 * description. Used by the runs of the benchmark.
 */
@NullMarked
package org.mailcontinuity.bench.rule;

import org.jspecify.annotations.NullMarked;
