package org.mailcontinuity.probe.follow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Follows a log by its path, or all files whose names match a pattern.
 *
 * <ol>
 *   <li>A file is known by its inode and how it begins. One that was renamed is read on through its handle, or after a
 *       restart found again beside the new one, until nothing came for a minute: a writer notices a rotation late.
 *   <li>A file that was emptied in place is read from its beginning. What the copy made of it holds beyond the place
 *       last read is read from there first.
 *   <li>At the very first start what is there already is passed over; a file that appears later is read whole.
 *   <li>A compressed file is not read.
 * </ol>
 *
 * For one thread.
 */
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration LINGER = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Path folder;
    private final PathMatcher names;
    private final boolean pattern;
    /** Files that bear the log's name, by inode; those of a pattern without a handle while they rest. */
    private final Map<Long, TrackedFile> current = new LinkedHashMap<>();
    /** Marks of files that are at rest, by inode. */
    private final Map<Long, FileMark> resting = new HashMap<>();
    /** Files that bear it no more. */
    private final List<TrackedFile> retired = new ArrayList<>();

    private boolean begun;
    private boolean found;

    /** @param path of a file; its name may hold {@code *} and {@code ?} */
    public LogFollower(Path path) {
        Path absolute = path.toAbsolutePath();
        this.folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        String name = String.valueOf(absolute.getFileName());
        this.pattern = name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
        String glob = pattern ? name.replaceAll("([\\[\\]{}\\\\])", "\\\\$1") : "";
        this.names = pattern
                ? folder.getFileSystem().getPathMatcher("glob:" + glob)
                : file -> file.toString().equals(name);
    }

    /** Goes on where an earlier run has stopped. */
    public void resume(List<FileMark> marks) throws IOException {
        begun = true;
        for (FileMark mark : marks) {
            resume(mark);
        }
    }

    /** How far each file was read. */
    public List<FileMark> marks() {
        List<FileMark> marks = new ArrayList<>(resting.values());
        Stream.concat(current.values().stream(), retired.stream())
                .map(TrackedFile::mark)
                .forEach(marks::add);
        return marks;
    }

    /** Whether there is a file to follow. */
    public boolean isFound() {
        return found;
    }

    /**
     * Hands on some of the lines that are new.
     *
     * @return whether everything there is was handed on
     */
    public boolean read(Consumer<String> lines) throws IOException {
        List<Path> files = files();
        found = !files.isEmpty();
        follow(files);
        boolean all = true;
        for (Iterator<TrackedFile> gone = retired.iterator(); gone.hasNext(); ) {
            TrackedFile file = gone.next();
            boolean end = file.read(lines);
            all &= end;
            if (end && file.quietNanos() > LINGER.toNanos()) {
                file.readRest(lines);
                file.close();
                gone.remove();
            }
        }
        for (TrackedFile file : List.copyOf(current.values())) {
            if (file.wasTruncated()) {
                truncated(file, lines);
            }
            all &= file.read(lines);
        }
        return all;
    }

    @Override
    public void close() {
        current.values().forEach(TrackedFile::close);
        retired.forEach(TrackedFile::close);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> names.matches(file.getFileName()))
                    .filter(file -> !isCompressed(file))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static boolean isCompressed(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".gz") || name.endsWith(".xz") || name.endsWith(".bz2") || name.endsWith(".zst");
    }

    private void follow(List<Path> files) throws IOException {
        Map<Long, Path> inodes = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                inodes.put(FileHead.inode(file), file);
            } catch (NoSuchFileException e) {
                // Renamed this very moment: seen next time.
            }
        }
        retire(inodes);
        for (Map.Entry<Long, Path> entry : inodes.entrySet()) {
            TrackedFile known = current.get(entry.getKey());
            if (known == null) {
                beginUnlessGone(entry.getKey(), entry.getValue());
            } else {
                known.seenAs(entry.getValue());
                if (pattern && known.quietNanos() > IDLE.toNanos()) {
                    rest(known);
                }
            }
        }
        begun = true;
    }

    private void retire(Map<Long, Path> inodes) {
        for (Iterator<TrackedFile> tracked = current.values().iterator(); tracked.hasNext(); ) {
            TrackedFile file = tracked.next();
            if (!inodes.containsKey(file.inode())) {
                retired.add(file);
                tracked.remove();
            }
        }
        resting.keySet().retainAll(inodes.keySet());
    }

    private void rest(TrackedFile file) {
        resting.put(file.inode(), file.mark());
        current.remove(file.inode());
        file.close();
    }

    private void beginUnlessGone(long inode, Path file) throws IOException {
        try {
            begin(inode, file);
        } catch (NoSuchFileException e) {
            LOG.debugf("log renamed this very moment, seen next time path=%s", file);
        }
    }

    private void begin(long inode, Path file) throws IOException {
        FileMark mark = resting.get(inode);
        if (mark != null && Files.size(file) == mark.offset()) {
            return;
        }
        Optional<TrackedFile> back =
                retired.stream().filter(old -> old.inode() == inode).findFirst();
        if (back.isPresent()) {
            retired.remove(back.get());
            back.get().seenAs(file);
            current.put(inode, back.get());
            return;
        }
        resting.remove(inode);
        TrackedFile opened = mark != null
                ? TrackedFile.open(file, inode, mark.offset())
                : begun ? TrackedFile.open(file, inode, 0) : TrackedFile.openAtEnd(file, inode);
        current.put(inode, opened);
    }

    private void resume(FileMark mark) throws IOException {
        FileHead head = new FileHead(mark.head(), mark.headLength());
        Optional<Path> still =
                files().stream().filter(file -> hasInode(file, mark.inode())).findFirst();
        if (still.isPresent() && begins(still.get(), head, mark.offset())) {
            if (pattern) {
                resting.put(mark.inode(), mark);
            } else {
                current.put(mark.inode(), TrackedFile.open(still.get(), mark.inode(), mark.offset()));
            }
            return;
        }
        Optional<Path> elsewhere = beside(head, mark.offset());
        if (elsewhere.isPresent()) {
            retired.add(open(elsewhere.get(), mark.offset()));
        } else if (still.isEmpty() && !pattern) {
            LOG.warnf("what was last written to a log since rotated cannot be found path=%s", mark.path());
        }
    }

    private void truncated(TrackedFile file, Consumer<String> lines) throws IOException {
        FileMark mark = file.mark();
        Optional<Path> copy = beside(new FileHead(mark.head(), mark.headLength()), mark.offset());
        if (copy.isPresent()) {
            try (TrackedFile rest = open(copy.get(), mark.offset())) {
                while (!rest.read(lines)) {
                    // A chunk after the other.
                }
                rest.readRest(lines);
            }
        }
        LOG.infof(
                "log emptied in place path=%s copy=%s",
                mark.path(), copy.map(Path::toString).orElse("none"));
        file.startOver();
    }

    /** A file of the folder, not followed by name, that begins like that and is at least as long. */
    private Optional<Path> beside(FileHead head, long offset) throws IOException {
        if (head.length() == 0) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !isCompressed(file))
                    .filter(file -> begins(file, head, offset))
                    .findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static TrackedFile open(Path file, long offset) throws IOException {
        return TrackedFile.open(file, FileHead.inode(file), offset);
    }

    private static boolean begins(Path file, FileHead head, long offset) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.size() >= offset && head.isOf(channel);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasInode(Path file, long inode) {
        try {
            return FileHead.inode(file) == inode;
        } catch (IOException e) {
            return false;
        }
    }
}
