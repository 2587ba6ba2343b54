/** An SMPP message centre that keeps what it takes and misbehaves on demand. For tests of whoever sends SMS. */
@NullMarked
package org.mailcontinuity.testbed.smpp;

import org.jspecify.annotations.NullMarked;
