package org.mailcontinuity.probe.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> seen = new ArrayList<>();

    private final LineSplitter.Lines lines = new LineSplitter.Lines() {
        @Override
        public void line(byte[] line) {
            seen.add(new String(line, StandardCharsets.US_ASCII));
        }

        @Override
        public void tooLong() {
            seen.add("(too long)");
        }
    };

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void endsLinesAtLineFeedsAndAtTheEnd() {
        LineSplitter splitter = new LineSplitter(10);
        splitter.feed(bytes("one\r\n\ntwo\nthr"), lines);
        splitter.feed(bytes("ee"), lines);
        splitter.finish(lines);
        splitter.finish(lines);
        assertThat(seen).containsExactly("one", "", "two", "three");
    }

    @Test
    void passesOverALineThatIsTooLong() {
        LineSplitter splitter = new LineSplitter(5);
        splitter.feed(bytes("12345\r\n123456\n12345678901234567890\nok\n123456"), lines);
        splitter.finish(lines);
        assertThat(seen).containsExactly("12345", "(too long)", "(too long)", "ok", "(too long)");
    }

    @Test
    void seesTheSameHoweverTheBytesArrive() {
        Random random = new Random(7);
        byte[] all = new byte[5000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) "abc\r\n".charAt(random.nextInt(5));
        }
        LineSplitter whole = new LineSplitter(8);
        whole.feed(all, lines);
        whole.finish(lines);
        List<String> expected = List.copyOf(seen);
        seen.clear();
        LineSplitter parts = new LineSplitter(8);
        int from = 0;
        while (from < all.length) {
            int until = Math.min(all.length, from + 1 + random.nextInt(20));
            parts.feed(Arrays.copyOfRange(all, from, until), lines);
            from = until;
        }
        parts.finish(lines);
        assertThat(seen).isEqualTo(expected);
    }
}
