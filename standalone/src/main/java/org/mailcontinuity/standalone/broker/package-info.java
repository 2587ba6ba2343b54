/**
 * The broker's process. The supervisor starts it.
 */
@NullMarked
package org.mailcontinuity.standalone.broker;

import org.jspecify.annotations.NullMarked;
