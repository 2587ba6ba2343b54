package org.mailcontinuity.events.usergroup;

import java.util.Optional;

/** A member as the API shows it. */
record MemberView(
        String address,
        Optional<String> name,
        Optional<String> phone,
        Optional<String> otherEmail,
        Optional<String> language) {
    static MemberView of(Member member) {
        return new MemberView(member.address(), member.name(), member.phone(), member.otherEmail(), member.language());
    }
}
