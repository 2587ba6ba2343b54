package org.mailcontinuity.events.usergroup;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param added members that were not in the group
 * @param removed members that only the group had; 0 unless the file replaces them
 * @param memberCount how many the group has, or would have, afterwards
 * @param rejected lines that hold no member, at most 100
 */
record ImportView(boolean dryRun, int added, int removed, int memberCount, List<MemberCsv.Rejected> rejected) {}
