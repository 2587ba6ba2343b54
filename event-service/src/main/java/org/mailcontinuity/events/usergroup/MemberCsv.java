package org.mailcontinuity.events.usergroup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Members from a CSV file (RFC 4180; semicolons and tabs are taken as separators too, as spreadsheets write them). They
 * stand in the column headed {@code email}, {@code e-mail}, {@code mail}, {@code address} or {@code member}; without such
 * a heading in the first.
 *
 * @param members each once, in the order of the file
 * @param rejected the lines that hold no member
 */
record MemberCsv(Set<Member> members, List<Rejected> rejected) {
    private static final Set<String> HEADINGS = Set.of("email", "e-mail", "mail", "address", "email address", "member");
    private static final int MOST_REJECTED = 100;
    private static final int LONGEST_SHOWN = 100;

    /** A line that holds no member; {@code line} counts from 1. */
    record Rejected(int line, String value) {}

    static MemberCsv parse(String csv) {
        Set<Member> members = new LinkedHashSet<>();
        List<Rejected> rejected = new ArrayList<>();
        String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
        int column = 0;
        boolean first = true;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            List<String> cells = cells(line);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            Optional<Integer> heading = first ? heading(cells) : Optional.empty();
            first = false;
            if (heading.isPresent()) {
                column = heading.get();
                continue;
            }
            take(number, column < cells.size() ? cells.get(column) : "", members, rejected);
        }
        return new MemberCsv(members, rejected);
    }

    private static void take(int number, String value, Set<Member> members, List<Rejected> rejected) {
        Optional<Member> member = Member.parse(value);
        if (member.isPresent()) {
            members.add(member.get());
        } else if (rejected.size() < MOST_REJECTED) {
            rejected.add(
                    new Rejected(number, value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) : value));
        }
    }

    private static Optional<Integer> heading(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (HEADINGS.contains(cells.get(column).strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quoted && c == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
