/**
 * The agent beside a mail server: follows its logs, counts per monitor, direction and minute, and posts the counts. A
 * program of its own, without Kafka, started by {@code ./continuity agent}.
 */
@NullMarked
package org.mailcontinuity.probe.agent;

import org.jspecify.annotations.NullMarked;
