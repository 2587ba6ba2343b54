/** The detector's request to look again at once, by which a first suspicion is confirmed or dropped in seconds. */
@NullMarked
package org.mailcontinuity.contracts.confirmation;

import org.jspecify.annotations.NullMarked;
