package dev.dovetail.tls.sessions;

import java.nio.file.Path;

/** What happened to files of ticket keys. Never has a byte of a key. */
public sealed interface KeyFileEvent {

    /**
     * What was asked for.
     *
     * @return the file or folder, or the one file in it that this is about
     */
    Path path();

    /**
     * Keys were read and are used from now on.
     *
     * @param path the file or folder
     * @param keys how many
     */
    record Loaded(Path path, int keys) implements KeyFileEvent {}

    /**
     * What is there now can't be used: the keys of before stay.
     *
     * @param path the file or folder
     * @param reason where and why
     */
    record Unreadable(Path path, String reason) implements KeyFileEvent {}

    /**
     * All users of the machine may read a file of keys, and with it the connections that are resumed.
     *
     * @param path the file
     */
    record ReadableByOthers(Path path) implements KeyFileEvent {}
}
