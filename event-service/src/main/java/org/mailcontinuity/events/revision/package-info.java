/** Revisions of resources: making, changing and deleting them, entity tags, and changes as JSON Merge Patch. Called by every resource that can be changed. */
@NullMarked
package org.mailcontinuity.events.revision;

import org.jspecify.annotations.NullMarked;
