package dev.dovetail.tls.sessions;

import dev.dovetail.tls.handshake.session.TicketKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file of keys, or a folder of such files, as it is at one moment: what tells whether it changed, without reading it.
 * Links are followed, so a folder whose links are turned to other files has changed.
 */
record KeyFiles(List<Sight> sights) {

    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_FILES = 1000;

    /** One file: where it really is, and what changes if it is written or replaced. */
    record Sight(Path path, Path real, long size, FileTime modified, String file, boolean readableByOthers) {}

    /** Looks, and reads nothing. */
    static KeyFiles at(Path path) throws IOException {
        if (!Files.isDirectory(path)) return new KeyFiles(List.of(sight(path)));
        List<Path> files;
        try (Stream<Path> inside = Files.list(path)) {
            // Hidden names are how Kubernetes keeps what its links point to.
            files = inside.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !Files.isDirectory(file))
                    .sorted()
                    .limit(MOST_FILES + 1)
                    .toList();
        }
        if (files.isEmpty()) throw new NoSuchFileException(path.toString(), null, "there is no file of keys in it");
        if (files.size() > MOST_FILES) throw new IOException("there are more than " + MOST_FILES + " files");
        List<Sight> sights = new ArrayList<>();
        for (Path file : files) sights.add(sight(file));
        return new KeyFiles(sights);
    }

    private static Sight sight(Path path) throws IOException {
        Path real = path.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        boolean open = real.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_READ);
        return new Sight(
                path,
                real,
                attributes.size(),
                attributes.lastModifiedTime(),
                String.valueOf(attributes.fileKey()),
                open);
    }

    /** Whether a file was written so lately that it could be written again within the same tick of its time. */
    boolean isWrittenSince(Instant moment) {
        return sights.stream().anyMatch(sight -> sight.modified().toInstant().isAfter(moment));
    }

    /** Reads the keys, which the caller closes, in the order of files and lines; the last without times seals. */
    List<TicketKey> keys() throws IOException {
        List<KeyLine> lines = new ArrayList<>();
        List<TicketKey> keys = new ArrayList<>();
        try {
            for (Sight sight : sights) lines.addAll(lines(sight));
            refuseNamesake(lines);
            KeyLine newest = lines.stream()
                    .filter(line -> !line.isTimed())
                    .reduce((first, second) -> second)
                    .orElse(lines.get(0));
            for (KeyLine line : lines) keys.add(line.toTicketKey(line == newest));
            return keys;
        } catch (IOException e) {
            // Those that became keys share their secrets with the lines.
            lines.forEach(KeyLine::close);
            throw e;
        }
    }

    private static List<KeyLine> lines(Sight sight) throws IOException {
        byte[] content = content(sight.real());
        try {
            return KeyText.read(content);
        } catch (IOException e) {
            throw new IOException(sight.path().getFileName() + ": " + e.getMessage(), e);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    // Into an array of ours, for one that grows would leave pieces behind.
    private static byte[] content(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() > MOST_BYTES)
                throw new IOException(file.getFileName() + ": too long for a file of keys");
            byte[] content = new byte[(int) channel.size()];
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) continue;
            if (!buffer.hasRemaining()) return content;
            Arrays.fill(content, (byte) 0);
            throw new IOException(file.getFileName() + ": was cut while it was read");
        }
    }

    private static void refuseNamesake(List<KeyLine> lines) throws IOException {
        Set<Name> names = new HashSet<>();
        for (KeyLine line : lines) {
            if (!names.add(Name.of(line.name()))) throw new IOException("two keys have the same name");
        }
    }
}
