/**
 * User groups: whom a continuity event covers, by address or by whole domain. Administrators write them; events and mode
 * ask which groups an address is in.
 */
@NullMarked
package org.mailcontinuity.events.usergroup;

import org.jspecify.annotations.NullMarked;
