package org.mailcontinuity.events.usergroup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Members from a CSV file (RFC 4180; semicolons and tabs are taken as separators too, as spreadsheets write them). A first
 * line that names a column of addresses is a heading; without one the addresses stand in the first column and nothing else
 * is taken.
 *
 * @param members each address once, as it was first named, in the order of the file
 * @param rejected the lines that hold no member
 */
record MemberCsv(List<Member> members, List<Rejected> rejected) {
    private static final int MOST_REJECTED = 100;
    private static final int LONGEST_SHOWN = 100;

    /** A line that holds no member, with the value that is wrong; {@code line} counts from 1. */
    record Rejected(int line, String value) {}

    /** What a column may hold, by its headings in English and German. */
    private enum Column {
        ADDRESS("email", "e-mail", "mail", "address", "email address", "member", "e-mail-adresse", "mitglied"),
        NAME("name", "full name", "display name"),
        PHONE("phone", "mobile", "phone number", "sms", "telefon", "mobil", "handy"),
        OTHER_EMAIL(
                "other email", "other e-mail", "private email", "alternative email", "private e-mail", "otheremail"),
        LANGUAGE("language", "locale", "sprache");

        private final Set<String> headings;

        Column(String... headings) {
            this.headings = Set.of(headings);
        }
    }

    static MemberCsv parse(String csv) {
        Map<String, Member> members = new LinkedHashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
        Map<Column, Integer> columns = Map.of(Column.ADDRESS, 0);
        boolean first = true;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            List<String> cells = cells(line);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            Map<Column, Integer> heading = first ? heading(cells) : Map.of();
            first = false;
            if (heading.containsKey(Column.ADDRESS)) {
                columns = heading;
                continue;
            }
            switch (Member.read(request(cells, columns))) {
                case Member.Reading.Sound sound ->
                    members.putIfAbsent(sound.member().address(), sound.member());
                case Member.Reading.Broken broken
                when rejected.size() < MOST_REJECTED -> rejected.add(new Rejected(number, shown(broken.value())));
                case Member.Reading.Broken more -> {}
            }
        }
        return new MemberCsv(List.copyOf(members.values()), rejected);
    }

    private static MemberRequest request(List<String> cells, Map<Column, Integer> columns) {
        return new MemberRequest(
                cell(cells, columns, Column.ADDRESS).orElse(""),
                cell(cells, columns, Column.NAME),
                cell(cells, columns, Column.PHONE),
                cell(cells, columns, Column.OTHER_EMAIL),
                cell(cells, columns, Column.LANGUAGE));
    }

    private static Optional<String> cell(List<String> cells, Map<Column, Integer> columns, Column column) {
        return Optional.ofNullable(columns.get(column))
                .filter(index -> index < cells.size())
                .map(cells::get);
    }

    private static Map<Column, Integer> heading(List<String> cells) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int index = 0; index < cells.size(); index++) {
            String title = cells.get(index).strip().toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.headings.contains(title)) {
                    found.putIfAbsent(column, index);
                }
            }
        }
        return found;
    }

    private static String shown(String value) {
        return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) : value;
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
