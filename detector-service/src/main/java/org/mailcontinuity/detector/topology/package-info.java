/** The Kafka Streams topology: bytes in, judged in one processor, bytes out. Built by the streams feature. */
@NullMarked
package org.mailcontinuity.detector.topology;

import org.jspecify.annotations.NullMarked;
