/** How a monitor stands, put together from windows and disruptions. Read by the API and the overview. */
@NullMarked
package org.mailcontinuity.events.status;

import org.jspecify.annotations.NullMarked;
