package org.mailcontinuity.probe.maillog;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** Reads the lines of one mail server's log, one after the other. Never throws, whatever the line. */
public interface MailLog {
    Reading read(String line);

    /** The formats known. */
    enum Format {
        POSTFIX,
        EXIM,
        SENDMAIL,
        EXCHANGE;

        /**
         * @param zone of times that name none
         * @param skippedRelays parts of the names of next hops that are a way through a filter and no delivery
         */
        public MailLog over(LogMemory memory, ZoneId zone, List<String> skippedRelays, InstantSource clock) {
            LogTimes times = new LogTimes(zone, clock);
            return switch (this) {
                case POSTFIX -> new PostfixLog(memory, times, skippedRelays);
                case EXIM -> new EximLog(memory, times);
                case SENDMAIL -> new SendmailLog(memory, times, skippedRelays);
                case EXCHANGE -> new ExchangeLog(memory);
            };
        }
    }
}
