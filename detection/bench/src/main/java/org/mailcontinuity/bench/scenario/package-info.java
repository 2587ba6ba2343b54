/**
 * What the benchmark of detection simulates: networks with their noise, mail systems with their faults, and the samples
 * that vantages take of them, in the order in which a broker would have them. Used by the runs of the benchmark.
 */
@NullMarked
package org.mailcontinuity.bench.scenario;

import org.jspecify.annotations.NullMarked;
