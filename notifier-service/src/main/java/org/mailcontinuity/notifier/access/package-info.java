/** Lets in only services that prove who they are. Stands before every resource of this service. */
@NullMarked
package org.mailcontinuity.notifier.access;

import org.jspecify.annotations.NullMarked;
