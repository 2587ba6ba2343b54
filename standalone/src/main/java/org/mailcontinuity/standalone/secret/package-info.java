/**
 * Passwords and keys, made at the first start and kept for their owner's eyes only. The supervisor calls it before anything starts.
 */
@NullMarked
package org.mailcontinuity.standalone.secret;

import org.jspecify.annotations.NullMarked;
