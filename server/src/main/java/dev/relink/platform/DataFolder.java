package dev.relink.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the embedded database and the keys ({@code RELINK_DATA}). One server at a time uses it: the lock
 * goes with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder when it is missing. @throws StartRefused when it cannot be written or another server has it */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel lock =
                    FileChannel.open(path.resolve("relink.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lock) == null) {
                lock.close();
                throw new StartRefused("Another Relink is running on the data folder " + path
                        + ": stop it first, or give this one a folder of its own with RELINK_DATA.");
            }
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + path + " cannot be used (" + e
                            + "): let this user write it, or set RELINK_DATA to another folder.",
                    e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** What a file of this folder holds; when there is none it is made, readable for its owner only. */
    public byte[] readOrCreate(String name, Content made) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                writeOnce(file, made.make());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a new file is to hold. */
    @FunctionalInterface
    public interface Content {
        byte[] make();
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** Whole or not at all: a key that was cut short by a crash would lock everybody out of their own data. */
    private static void writeOnce(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(unfinished, file);
    }
}
