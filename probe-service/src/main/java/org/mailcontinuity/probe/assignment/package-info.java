/**
 * Which monitors this worker checks: Kafka's assignment of the partitions of continuity.monitors among the workers of
 * a vantage is the assignment of the monitors in them. Feeds the schedule.
 */
@NullMarked
package org.mailcontinuity.probe.assignment;

import org.jspecify.annotations.NullMarked;
