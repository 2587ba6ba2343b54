/** Certificates made on the spot, good and bad, for tests of TLS and for the demo mail system. */
@NullMarked
package org.mailcontinuity.testbed.tls;

import org.jspecify.annotations.NullMarked;
