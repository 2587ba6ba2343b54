package org.mailcontinuity.probe.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A file that is being read, through its handle: a new name does not matter to it. For one thread. */
final class TrackedFile implements AutoCloseable {
    static final int CHUNK = 256 * 1024;

    private final long inode;
    private final FileChannel channel;
    private Path path;
    private FileHead head;
    private long offset;
    private long seenSize = -1;
    private boolean skipping;
    private long quietSince = System.nanoTime();

    private TrackedFile(Path path, long inode, FileChannel channel, FileHead head, long offset) {
        this.path = path;
        this.inode = inode;
        this.channel = channel;
        this.head = head;
        this.offset = offset;
    }

    /** @throws NoSuchFileException if another file has the name by now */
    static TrackedFile open(Path path, long inode, long offset) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            if (FileHead.inode(path) == inode) {
                return new TrackedFile(path, inode, channel, FileHead.of(channel), offset);
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new NoSuchFileException(path.toString());
    }

    /** Opens a file at its end, after the last whole line. */
    static TrackedFile openAtEnd(Path path, long inode) throws IOException {
        TrackedFile file = open(path, inode, 0);
        file.offset = file.afterLastLine();
        return file;
    }

    long inode() {
        return inode;
    }

    void seenAs(Path now) {
        path = now;
    }

    FileMark mark() {
        return new FileMark(path.toString(), inode, head.hash(), head.length(), offset);
    }

    long quietNanos() {
        return System.nanoTime() - quietSince;
    }

    /** Whether it was emptied, or emptied and written anew, since it was last looked at. */
    boolean wasTruncated() throws IOException {
        long size = channel.size();
        if (size == seenSize) {
            return false;
        }
        return size < offset || !head.isOf(channel);
    }

    void startOver() {
        offset = 0;
        skipping = false;
        seenSize = -1;
        head = new FileHead("", 0);
    }

    /**
     * Hands on the whole lines that are new, at most a chunk of them.
     *
     * @return whether its end was reached
     */
    boolean read(Consumer<String> lines) throws IOException {
        seenSize = channel.size();
        if (head.length() < 256) {
            head = FileHead.of(channel);
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.clamp(seenSize - offset, 0, CHUNK));
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
            // Until the chunk is full or the file ends.
        }
        int length = buffer.position();
        byte[] bytes = buffer.array();
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                handOn(bytes, from, i, lines);
                from = i + 1;
            }
        }
        if (from == 0 && length == CHUNK) {
            // No log has lines that long: it is passed over to its end.
            skipping = true;
            from = length;
        }
        offset += from;
        if (from > 0) {
            quietSince = System.nanoTime();
        }
        return length < CHUNK;
    }

    /** Hands on a last line that nobody will end any more. */
    void readRest(Consumer<String> lines) throws IOException {
        long rest = channel.size() - offset;
        if (rest > 0 && rest < CHUNK) {
            ByteBuffer buffer = ByteBuffer.allocate((int) rest);
            int length = Math.max(0, channel.read(buffer, offset));
            handOn(buffer.array(), 0, length, lines);
            offset += length;
        }
    }

    private void handOn(byte[] bytes, int from, int until, Consumer<String> lines) {
        if (skipping) {
            skipping = false;
            return;
        }
        int end = until > from && bytes[until - 1] == '\r' ? until - 1 : until;
        int start = from;
        while (start < end && bytes[start] == 0) {
            // A writer that goes on at its old place in an emptied file leaves a hole.
            start++;
        }
        if (end > start) {
            lines.accept(new String(bytes, start, end - start, StandardCharsets.UTF_8));
        }
    }

    private long afterLastLine() throws IOException {
        long size = channel.size();
        long from = Math.max(0, size - CHUNK);
        ByteBuffer tail = ByteBuffer.allocate((int) (size - from));
        while (tail.hasRemaining() && channel.read(tail, from + tail.position()) > 0) {
            // Until the end.
        }
        for (int i = tail.position() - 1; i >= 0; i--) {
            if (tail.get(i) == '\n') {
                return from + i + 1;
            }
        }
        return tail.position() < CHUNK ? 0 : size;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
