package org.mailcontinuity.detector.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.mailcontinuity.contracts.Messages;

/**
 * The lines of a stream, in bounded memory: LF or CRLF ends a line, the last needs no end, a byte order mark before the
 * first is dropped. Of a line longer than a message may be only so much is kept as shows that it is too long.
 */
final class Lines {
    private static final int CHUNK = 1 << 16;
    private static final int MOST = Messages.LARGEST + 1;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int filled;
    private byte[] line = new byte[4096];
    private long number;

    /**
     * A line without its end.
     *
     * @param number counted from 1
     */
    record Line(long number, byte[] bytes) {
        boolean isBlank() {
            for (byte octet : bytes) {
                if (octet != ' ' && octet != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        int length = 0;
        boolean begun = false;
        while (position < filled || fill()) {
            begun = true;
            int end = endOfLine();
            length = keep(length, end);
            position = end;
            if (end < filled) {
                position++;
                return Optional.of(line(length));
            }
        }
        return begun ? Optional.of(line(length)) : Optional.empty();
    }

    /** True if the next line would have to be waited for. */
    boolean isWaiting() throws IOException {
        return position >= filled && in.available() == 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(chunk));
        return filled > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < filled && chunk[end] != '\n') {
            end++;
        }
        return end;
    }

    private int keep(int length, int end) {
        int kept = Math.min(end - position, MOST - length);
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.min(MOST, Math.max(length + kept, 2 * line.length)));
        }
        System.arraycopy(chunk, position, line, length, kept);
        return length + kept;
    }

    private Line line(int length) {
        int from = number == 0 && startsWithMark(length) ? BYTE_ORDER_MARK.length : 0;
        int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
        return new Line(++number, Arrays.copyOfRange(line, from, to));
    }

    private boolean startsWithMark(int length) {
        return length >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }
}
