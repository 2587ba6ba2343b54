/**
 * A real PostgreSQL server: for tests on a free port with a throw-away directory, for the one-machine run on a kept
 * directory with passwords. Tests reach it through {@link org.mailcontinuity.testbed.stack.SharedStack}.
 */
@NullMarked
package org.mailcontinuity.testbed.database;

import org.jspecify.annotations.NullMarked;
