package org.mailcontinuity.probe.smtp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a server offers in its answer to EHLO (RFC 5321, 4.1.1.1). Keywords are without regard to case. */
record Offers(Map<String, List<String>> byKeyword) {
    static final Offers NONE = new Offers(Map.of());

    static Offers of(SmtpReply reply) {
        Map<String, List<String>> offers = new HashMap<>();
        for (String line : reply.lines().subList(1, reply.lines().size())) {
            // "AUTH=PLAIN" is how some servers repeat the offer for clients of long ago.
            String[] words = line.strip().toUpperCase(Locale.ROOT).split("[ =]+", -1);
            offers.merge(words[0], Arrays.asList(words).subList(1, words.length), Offers::joined);
        }
        return new Offers(Map.copyOf(offers));
    }

    boolean has(String keyword) {
        return byKeyword.containsKey(keyword);
    }

    boolean hasMechanism(String name) {
        return byKeyword.getOrDefault("AUTH", List.of()).contains(name);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }
}
