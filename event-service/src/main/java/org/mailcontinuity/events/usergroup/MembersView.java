package org.mailcontinuity.events.usergroup;

import java.util.List;
import java.util.Optional;

/**
 * Members of a group in alphabetical order.
 *
 * @param memberCount how many the group has in all
 * @param next the path and query of the rest; absent on the last page
 */
record MembersView(int memberCount, List<MemberView> items, Optional<String> next) {}
