package org.mailcontinuity.contracts.contact;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** A kind of road to a person, with what the address of each is. */
public enum ChannelType {
    /** An email address. */
    EMAIL,
    /** A phone number, E.164. */
    SMS,
    /** An https URL. */
    WEBHOOK,
    /** The https URL of an incoming webhook. */
    SLACK,
    /** The https URL of a workflow's webhook. */
    TEAMS,
    /** An https URL of the Events API v2; the routing key is a credential. */
    PAGERDUTY,
    /** An https URL of the Alert API; the key is a credential. */
    OPSGENIE,
    /** The https URL of a topic. */
    NTFY,
    /** The https URL of an Alertmanager. */
    ALERTMANAGER,
    /** A word of a later release, which this one does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
