/** Holds the files that deploy Continuity to the topics of this module and to the rules a deployment must follow. */
@NullMarked
package org.mailcontinuity.contracts.deploy;

import org.jspecify.annotations.NullMarked;
