package org.mailcontinuity.events.suggestion;

/** What came of asking the DNS about a domain. */
sealed interface DnsAnswer {
    record Found(DomainRecords records) implements DnsAnswer {}

    /** The domain does not exist. */
    record NoSuchDomain() implements DnsAnswer {}

    /** No name server gave an answer. */
    record Unanswered(String why) implements DnsAnswer {}
}
