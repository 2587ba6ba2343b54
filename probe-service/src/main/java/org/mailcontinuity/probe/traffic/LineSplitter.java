package org.mailcontinuity.probe.traffic;

import java.io.ByteArrayOutputStream;

/**
 * Cuts a stream of bytes into lines as they come, at line feeds; a carriage return before one is part of the end. A line
 * over the limit is passed over to its end, held nowhere. For one thread.
 */
final class LineSplitter {
    private final int longest;
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private boolean tooLong;

    /** @param longest bytes of a line, without its end */
    LineSplitter(int longest) {
        this.longest = longest;
    }

    /** Takes the lines. */
    interface Lines {
        void line(byte[] line);

        void tooLong();
    }

    void feed(byte[] bytes, Lines lines) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, start, i);
                end(lines);
                start = i + 1;
            }
        }
        keep(bytes, start, bytes.length);
    }

    /** The stream is over: what is left is a line, too. */
    void finish(Lines lines) {
        if (tooLong || current.size() > 0) {
            end(lines);
        }
    }

    private void keep(byte[] bytes, int from, int until) {
        // One more than allowed: the carriage return.
        if (current.size() + until - from > longest + 1) {
            tooLong = true;
            current.reset();
        }
        if (!tooLong) {
            current.write(bytes, from, until - from);
        }
    }

    private void end(Lines lines) {
        byte[] line = current.toByteArray();
        boolean carriageReturn = line.length > 0 && line[line.length - 1] == '\r';
        int length = carriageReturn ? line.length - 1 : line.length;
        if (tooLong || length > longest) {
            lines.tooLong();
        } else {
            lines.line(java.util.Arrays.copyOf(line, length));
        }
        current.reset();
        tooLong = false;
    }
}
