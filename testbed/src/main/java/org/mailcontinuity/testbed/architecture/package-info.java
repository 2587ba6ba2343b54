/** The rules of structure that every service keeps to; each service's {@code ArchitectureTest} checks its own classes. */
@NullMarked
package org.mailcontinuity.testbed.architecture;

import org.jspecify.annotations.NullMarked;
