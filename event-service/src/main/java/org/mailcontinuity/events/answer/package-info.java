/** Tells an alert of the continuity event that answers it. Listens to the feature lifecycle; speaks to the feature alert. */
@NullMarked
package org.mailcontinuity.events.answer;

import org.jspecify.annotations.NullMarked;
