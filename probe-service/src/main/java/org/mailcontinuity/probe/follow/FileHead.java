package org.mailcontinuity.probe.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells files apart. */
record FileHead(String hash, int length) {
    private static final int LONGEST = 256;

    static FileHead of(FileChannel channel) throws IOException {
        return of(channel, LONGEST);
    }

    /** Whether a file still begins like this. */
    boolean isOf(FileChannel channel) throws IOException {
        return of(channel, length).equals(this);
    }

    private static FileHead of(FileChannel channel, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // Until the head is full or the file ends.
        }
        bytes.flip();
        return new FileHead(hash(bytes), bytes.limit());
    }

    private static String hash(ByteBuffer bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes);
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The file's inode; where there are none, when it was made. */
    static long inode(Path file) throws IOException {
        try {
            return ((Number) Files.getAttribute(file, "unix:ino")).longValue();
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return ((java.nio.file.attribute.FileTime) Files.getAttribute(file, "creationTime")).toMillis();
        }
    }
}
