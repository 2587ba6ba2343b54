package org.mailcontinuity.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(Printable.line("a\u001b[31mred\r\n\u202e")).isEqualTo("a\\u001b[31mred\\u000d\\u000a\\u202e");
        assertThat(Printable.line("Grüße, 日本")).isEqualTo("Grüße, 日本");
    }
}
