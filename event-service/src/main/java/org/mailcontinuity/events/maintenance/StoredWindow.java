package org.mailcontinuity.events.maintenance;

import org.mailcontinuity.events.revision.Identity;

/** A window as it is stored. */
record StoredWindow(Identity identity, MaintenanceWindow window) {}
