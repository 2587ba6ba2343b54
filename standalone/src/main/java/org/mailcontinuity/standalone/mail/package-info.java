/**
 * The demo mail system: a small organisation's mail, real but breakable, in a process of its own that the supervisor starts.
 */
@NullMarked
package org.mailcontinuity.standalone.mail;

import org.jspecify.annotations.NullMarked;
