package org.mailcontinuity.standalone.installation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner can read (modes 0600 and 0700). */
public final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final FileAttribute<Set<PosixFilePermission>> FILE_OF_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /** Makes the folder and those above it that are missing. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_ONLY);
    }

    /** Makes a file that is not there yet. */
    public static OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(
                Files.createFile(file, FILE_OF_OWNER), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Writes the file in one step: a reader sees the old content or the new one. */
    public static void write(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling(".");
        createFolder(folder.normalize());
        Path fresh = Files.createTempFile(folder.normalize(), "new", ""); // made readable by its owner only
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
