/** Samples of a monitor, read from Kafka when somebody asks; they are never copied to the database. */
@NullMarked
package org.mailcontinuity.events.sample;

import org.jspecify.annotations.NullMarked;
