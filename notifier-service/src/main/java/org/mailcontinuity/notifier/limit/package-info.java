/** How many messages a person gets over one address before the rest is told in one. Asked by delivery. */
@NullMarked
package org.mailcontinuity.notifier.limit;

import org.jspecify.annotations.NullMarked;
