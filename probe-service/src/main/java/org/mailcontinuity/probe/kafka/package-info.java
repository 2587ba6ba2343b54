/**
 * The way to Kafka and from it: a bounded buffer that survives the broker's absence, the one producer that empties it,
 * the reading of records, and whether the topics are there. Called by whoever has a sample, an arrival, a status or a
 * dead letter to tell, and by the readers of topics.
 */
@NullMarked
package org.mailcontinuity.probe.kafka;

import org.jspecify.annotations.NullMarked;
