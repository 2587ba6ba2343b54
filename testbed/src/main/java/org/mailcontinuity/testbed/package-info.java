/** Real parts and working fakes for tests and for the one-machine run; the feature packages below hold them. */
@NullMarked
package org.mailcontinuity.testbed;

import org.jspecify.annotations.NullMarked;
