/** The clock of the service. Everything that needs the time takes an InstantSource from here. */
@NullMarked
package org.mailcontinuity.notifier.clock;

import org.jspecify.annotations.NullMarked;
