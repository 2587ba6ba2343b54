/** Who may call this service: other services, by short-lived signed tokens. Asked by every resource. */
@NullMarked
package org.mailcontinuity.detector.access;

import org.jspecify.annotations.NullMarked;
