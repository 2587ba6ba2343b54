/**
 * A real one-node Kafka broker in KRaft mode: in the test's own JVM, or as a process of the one-machine run. Tests reach
 * it through {@link org.mailcontinuity.testbed.stack.SharedStack}.
 */
@NullMarked
package org.mailcontinuity.testbed.broker;

import org.jspecify.annotations.NullMarked;
