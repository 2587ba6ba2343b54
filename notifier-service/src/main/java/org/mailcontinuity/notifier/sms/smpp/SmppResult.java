package org.mailcontinuity.notifier.sms.smpp;

/** What came of handing a segment over. */
sealed interface SmppResult {

    /** @param messageId the centre's; empty if it gave none */
    record Taken(String messageId) implements SmppResult {}

    record Refused(int status) implements SmppResult {}

    /** It was not handed over. */
    record Unsent(String why) implements SmppResult {}

    /** No answer came: the centre may have it or not. */
    record Unanswered(String why) implements SmppResult {}
}
