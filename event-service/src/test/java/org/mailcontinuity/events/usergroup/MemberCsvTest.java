package org.mailcontinuity.events.usergroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberCsvTest {
    @Test
    void readsTheFirstColumnWithoutAHeading() {
        assertThat(members("ada@x.test,Ada\n@sales.x.test,Sales\n")).containsExactly("ada@x.test", "@sales.x.test");
    }

    @Test
    void readsTheColumnThatTheHeadingNames() {
        assertThat(members("\ufeffName,\"E-Mail\"\r\n\"Lovelace, Ada\",ADA@x.test\r\n"))
                .containsExactly("ada@x.test");
    }

    @Test
    void takesSemicolonsTabsQuotesAndEmptyLines() {
        assertThat(members("\"a@x.test\";1\n\n;;\nb@x.test\t2\n")).containsExactly("a@x.test", "b@x.test");
    }

    @Test
    void takesWhatTheHeadingNamesInEnglishAndGerman() {
        MemberCsv csv = MemberCsv.parse("""
                Name,E-Mail,Telefon,Sprache,Other email
                Ada,ada@x.test,+44 20 7946 0958,de,ada@home.test
                Bob,bob@x.test,0815,,
                Eve,eve@x.test,,,
                """);
        assertThat(csv.members())
                .containsExactly(
                        new Member(
                                "ada@x.test",
                                Optional.of("Ada"),
                                Optional.of("+442079460958"),
                                Optional.of("ada@home.test"),
                                Optional.of("de")),
                        new Member(
                                "eve@x.test",
                                Optional.of("Eve"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(csv.rejected()).containsExactly(new MemberCsv.Rejected(3, "0815"));
    }

    @Test
    void takesAMemberOnce() {
        assertThat(members("a@x.test\nA@X.TEST\n")).containsExactly("a@x.test");
    }

    @Test
    void saysWhichLinesHoldNone() {
        MemberCsv csv = MemberCsv.parse("a@x.test\nnobody\n\n=cmd()\n");
        assertThat(csv.rejected())
                .containsExactly(new MemberCsv.Rejected(2, "nobody"), new MemberCsv.Rejected(4, "=cmd()"));
    }

    private static List<String> members(String csv) {
        return MemberCsv.parse(csv).members().stream().map(Member::address).toList();
    }
}
