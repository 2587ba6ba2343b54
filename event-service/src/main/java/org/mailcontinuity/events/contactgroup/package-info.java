/** Contact groups: contacts that are told together. Administrators write them; policies and events name them. */
@NullMarked
package org.mailcontinuity.events.contactgroup;

import org.jspecify.annotations.NullMarked;
