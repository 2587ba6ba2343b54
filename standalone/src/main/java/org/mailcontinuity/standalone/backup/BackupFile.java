package org.mailcontinuity.standalone.backup;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.mailcontinuity.standalone.installation.PrivateFiles;

/**
 * A ZIP file with what an installation keeps: database, topics, the detector's state, secrets, settings and the demo's
 * mailboxes. Logs, and what each start makes anew, are left out. Its first entry says what it is. Readable by its owner
 * only, as it holds every secret.
 */
public final class BackupFile {
    static final String LABEL = "continuity-backup";
    static final String FORMAT = "1";
    private static final Set<String> LEFT_OUT = Set.of("log", "run", "postgres-programs");

    private final Path file;

    public BackupFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * Writes the file in one step: it is there as a whole or not at all.
     *
     * @param data the folder of an installation that does not run
     * @return how many files it holds
     */
    public int write(Path data, Instant now) throws IOException {
        Path fresh = Files.createTempFile(file.resolveSibling(".").normalize(), "continuity-backup", ".part");
        try {
            Packing packing;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
                zip.setLevel(Deflater.BEST_SPEED);
                zip.putNextEntry(new ZipEntry(LABEL));
                zip.write((FORMAT + "\n" + now + "\n").getBytes(StandardCharsets.UTF_8));
                packing = new Packing(data, zip);
                Files.walkFileTree(data, packing);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return packing.count;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Unpacks everything.
     *
     * @param folder is made; must not be there yet
     * @return when the backup was made
     * @throws UnusableBackupException if the file is no backup, damaged, or of a later release; what was unpacked stays
     */
    public Instant unpack(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            Instant made = label(zip);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpack(entry, zip, folder);
            }
            return made;
        } catch (ZipException | EOFException e) {
            throw new UnusableBackupException(file + " is damaged: " + e.getMessage());
        }
    }

    /** Removes what an unpacking that failed has left. */
    public static void discard(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Instant label(ZipInputStream zip) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(LABEL)) {
            throw new UnusableBackupException(file + " is not a backup of Continuity.");
        }
        List<String> lines =
                new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < 2 || !lines.getFirst().equals(FORMAT)) {
            throw new UnusableBackupException(file + " was made by another release, which this one cannot read.");
        }
        return Instant.parse(lines.get(1));
    }

    private void unpack(ZipEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new UnusableBackupException(file + " names a file outside of the data folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            PrivateFiles.createFolder(target);
            return;
        }
        PrivateFiles.createFolder(target.resolveSibling(".").normalize());
        try (OutputStream out = PrivateFiles.create(target)) {
            content.transferTo(out);
        }
    }

    /** Adds every folder and file but those left out. */
    private static final class Packing extends SimpleFileVisitor<Path> {
        private final Path data;
        private final ZipOutputStream zip;
        private int count;

        Packing(Path data, ZipOutputStream zip) {
            this.data = data;
            this.zip = zip;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(data)) {
                return FileVisitResult.CONTINUE;
            }
            String name = name(folder);
            if (LEFT_OUT.contains(name)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            zip.putNextEntry(new ZipEntry(name + "/"));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                ZipEntry entry = new ZipEntry(name(file));
                entry.setLastModifiedTime(attributes.lastModifiedTime());
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                count++;
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path) {
            return data.relativize(path).toString().replace(File.separatorChar, '/');
        }
    }
}
