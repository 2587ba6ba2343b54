/** Revisions of resources as entity tags, and changes as JSON Merge Patch. Called by every resource that can be changed. */
@NullMarked
package org.mailcontinuity.events.revision;

import org.jspecify.annotations.NullMarked;
