/**
 * Broker and database as tests take them: one start per test JVM, and a Quarkus test resource that hands their
 * addresses to the service under test.
 */
@NullMarked
package org.mailcontinuity.testbed.stack;

import org.jspecify.annotations.NullMarked;
