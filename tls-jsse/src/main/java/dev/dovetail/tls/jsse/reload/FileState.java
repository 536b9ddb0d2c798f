package dev.dovetail.tls.jsse.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * By what a changed file is known, without reading it.
 *
 * @param target where links lead to; empty if there is nothing
 * @param size bytes
 * @param changed when it was written
 * @param key the file system's own name of it, where it has one
 */
record FileState(String target, long size, FileTime changed, Optional<Object> key) {

    private static final FileState MISSING = new FileState("", -1, FileTime.fromMillis(0), Optional.empty());

    static List<FileState> of(List<Path> files) {
        return files.stream().map(FileState::of).toList();
    }

    private static FileState of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(
                    file.toRealPath().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    Optional.ofNullable(attributes.fileKey()));
        } catch (IOException gone) {
            return MISSING;
        }
    }
}
