/** Disruptions of mail flow as the detector finds them: opened, changed, reopened, cleared. */
@NullMarked
package org.mailcontinuity.contracts.disruption;

import org.jspecify.annotations.NullMarked;
