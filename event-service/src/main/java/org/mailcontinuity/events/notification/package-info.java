/** What the notifier did to tell people. Fed by continuity.notifications; shown in lists and in the disruption's timeline. */
@NullMarked
package org.mailcontinuity.events.notification;

import org.jspecify.annotations.NullMarked;
