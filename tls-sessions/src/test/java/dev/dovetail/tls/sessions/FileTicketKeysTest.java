package dev.dovetail.tls.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.handshake.session.TicketKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTicketKeysTest {

    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final HandTicker ticker = new HandTicker();
    private final List<KeyFileEvent> events = new CopyOnWriteArrayList<>();
    private Path file;

    @BeforeEach
    void ownerOnly() throws IOException {
        file = folder.resolve("ticket.key");
    }

    @Test
    void readsARawKeyOf48Bytes() throws IOException {
        byte[] raw = raw(1, 48);
        write(file, raw);
        try (FileTicketKeys keys = keys(file)) {
            assertThat(sealing(keys)).containsExactly(Arrays.copyOfRange(raw, 16, 48));
            assertThat(opens(keys, raw)).isTrue();
            assertThat(opens(keys, raw(2, 48))).isFalse();
            assertThat(opens(keys, new byte[3])).isFalse();
        }
        assertThat(events).containsExactly(new KeyFileEvent.Loaded(file, 1));
    }

    @Test
    void makesOneKeyOfTheTwoInARawFileOf80Bytes() throws Exception {
        byte[] raw = raw(1, 80);
        write(file, raw);
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(raw, 16, 80));
        try (FileTicketKeys keys = keys(file)) {
            assertThat(sealing(keys)).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 80})
    void textIsTheSameAsRawBytes(int length) throws IOException {
        byte[] raw = raw(1, length);
        write(file, raw);
        byte[] expected;
        try (FileTicketKeys keys = keys(file)) {
            expected = sealing(keys);
        }
        for (String text : List.of(
                base64(raw),
                HexFormat.of().formatHex(raw),
                HexFormat.of().withUpperCase().formatHex(raw))) {
            write(file, "# a comment\r\n\n  " + text + " # more\r\n");
            try (FileTicketKeys keys = keys(file)) {
                assertThat(sealing(keys)).containsExactly(expected);
            }
        }
    }

    @Test
    void theLastOfSeveralLinesSealsAndTheOthersOpen() throws IOException {
        write(file, base64(raw(1, 48)) + "\n" + base64(raw(2, 48)));
        try (FileTicketKeys keys = keys(file)) {
            assertThat(sealing(keys)).containsExactly(Arrays.copyOfRange(raw(2, 48), 16, 48));
            assertThat(opens(keys, raw(1, 48))).isTrue();
        }
    }

    @Test
    void keysWithTimesSealInThem() throws IOException {
        write(
                file,
                base64(raw(1, 48)) + " sealsFrom=2030-01-01T00:00:00Z sealsUntil=2030-06-01T12:00:01Z"
                        + " opensUntil=2030-06-01T12:00:02Z\n"
                        + base64(raw(2, 48)) + " sealsFrom=2030-06-01T12:00:01Z\n"
                        + base64(raw(3, 48)));
        try (FileTicketKeys keys = keys(file)) {
            assertThat(name(keys.sealing(NOW))).isEqualTo(1);
            assertThat(name(keys.sealing(NOW.plusSeconds(1)))).isEqualTo(2);
            assertThat(name(keys.sealing(Instant.parse("2029-01-01T00:00:00Z"))))
                    .isEqualTo(3);
            assertThat(keys.of(raw(1, 48), NOW.plusSeconds(1))).isPresent();
            assertThat(keys.of(raw(1, 48), NOW.plusSeconds(2))).isEmpty();
        }
    }

    @Test
    void theLastFileOfAFolderSealsAndHiddenOnesDoNotCount() throws IOException {
        write(folder.resolve("2030-01"), raw(1, 48));
        write(folder.resolve("2030-02"), raw(2, 80));
        write(folder.resolve(".hidden"), raw(3, 48));
        Files.createDirectory(folder.resolve("more"));
        try (FileTicketKeys keys = keys(folder)) {
            assertThat(name(keys.sealing(NOW))).isEqualTo(2);
            assertThat(opens(keys, raw(1, 48))).isTrue();
            assertThat(opens(keys, raw(3, 48))).isFalse();
        }
    }

    @Test
    void usesNewContentWithinThePeriodAndNotBefore() throws IOException {
        write(file, raw(1, 48));
        try (FileTicketKeys keys = keys(file)) {
            write(file, raw(2, 48));
            ticker.passes(SECOND.minusNanos(1));
            assertThat(name(keys.sealing(NOW))).isEqualTo(1);
            ticker.passes(Duration.ofNanos(1));
            assertThat(name(keys.sealing(NOW))).isEqualTo(2);
            assertThat(opens(keys, raw(1, 48))).isFalse();
        }
    }

    @Test
    void seesContentThatChangedWithinOneTickOfTheFileSystem() throws IOException {
        write(file, raw(1, 48));
        FileTime time = FileTime.from(Instant.now());
        Files.setLastModifiedTime(file, time);
        try (FileTicketKeys keys = keys(file)) {
            Files.write(file, raw(2, 48));
            Files.setLastModifiedTime(file, time);
            ticker.passes(SECOND);
            assertThat(name(keys.sealing(NOW))).isEqualTo(2);
        }
    }

    @Test
    void readsNothingWhereNothingChanged() throws IOException {
        write(file, raw(1, 48));
        FileTime old = FileTime.from(Instant.now().minusSeconds(60));
        Files.setLastModifiedTime(file, old);
        try (FileTicketKeys keys = keys(file)) {
            // Same file, size and time: what differs can't be seen, and is not read.
            Files.write(file, raw(2, 48));
            Files.setLastModifiedTime(file, old);
            ticker.passes(SECOND);
            assertThat(name(keys.sealing(NOW))).isEqualTo(1);
            assertThat(events).hasSize(1);
        }
    }

    @Test
    void followsLinksThatAreTurnedToOtherFiles() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..first"));
        Path second = Files.createDirectory(folder.resolve("..second"));
        write(first.resolve("key"), raw(1, 48));
        write(second.resolve("key"), raw(2, 48));
        Path data = folder.resolve("..data");
        Files.createSymbolicLink(data, Path.of("..first"));
        Files.createSymbolicLink(folder.resolve("key"), Path.of("..data", "key"));
        try (FileTicketKeys byFolder = keys(folder);
                FileTicketKeys byFile = keys(folder.resolve("key"))) {
            assertThat(name(byFolder.sealing(NOW))).isEqualTo(1);
            Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..second"));
            Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            ticker.passes(SECOND);
            assertThat(name(byFolder.sealing(NOW))).isEqualTo(2);
            assertThat(name(byFile.sealing(NOW))).isEqualTo(2);
        }
    }

    @Test
    void keepsItsKeysWhereTheFileIsBrokenAndSaysSoOnce() throws IOException {
        write(file, raw(1, 48));
        try (FileTicketKeys keys = keys(file)) {
            write(file, "something else");
            lookSeveralTimes(keys);
            assertThat(name(keys.sealing(NOW))).isEqualTo(1);
            assertThat(events).hasSize(2);
            assertThat(events.get(1))
                    .isEqualTo(new KeyFileEvent.Unreadable(
                            file, "ticket.key: line 1: 48 or 80 bytes in Base64 or hexadecimal are a key"));
            write(file, raw(2, 48));
            lookSeveralTimes(keys);
            assertThat(name(keys.sealing(NOW))).isEqualTo(2);
            assertThat(events).hasSize(3).endsWith(new KeyFileEvent.Loaded(file, 1));
        }
    }

    @Test
    void keepsItsKeysWhereTheFileIsGoneAndSaysSoOnce() throws IOException {
        write(file, raw(1, 48));
        try (FileTicketKeys keys = keys(file)) {
            Files.delete(file);
            lookSeveralTimes(keys);
            assertThat(name(keys.sealing(NOW))).isEqualTo(1);
            assertThat(events).hasSize(2);
            assertThat(((KeyFileEvent.Unreadable) events.get(1)).reason()).startsWith("not there: ");
            write(file, raw(1, 48));
            lookSeveralTimes(keys);
            assertThat(events).hasSize(3).endsWith(new KeyFileEvent.Loaded(file, 1));
        }
    }

    @Test
    void saysThatOthersCanReadAFile() throws IOException {
        write(file, raw(1, 48));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (FileTicketKeys keys = keys(file)) {
            lookSeveralTimes(keys);
            assertThat(events)
                    .containsExactly(new KeyFileEvent.Loaded(file, 1), new KeyFileEvent.ReadableByOthers(file));
        }
    }

    @Test
    void refusesToBeginWithoutKeys() throws IOException {
        assertThatThrownBy(() -> keys(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> keys(folder)).hasMessageContaining("no file of keys");
        write(file, "# nothing but this\n");
        assertThatThrownBy(() -> keys(file)).hasMessage("ticket.key: it has no key");
        write(file, new byte[1 << 17]);
        assertThatThrownBy(() -> keys(file)).hasMessageContaining("too long");
    }

    @Test
    void saysWhatIsWrongAndNeverAByteOfAKey() throws IOException {
        String key = base64(raw(1, 48));
        refused(key + " " + key, "line 1: behind a key only");
        refused(key + "\n" + key + " sealsFrom=" + key, "line 2: sealsFrom is no time");
        refused(key + " sealsFrom=2030-01-01T00:00:00Z sealsFrom=2030-01-01T00:00:00Z", "sealsFrom stands twice");
        refused(key + " sealsFrom", "line 1: sealsFrom is no time");
        refused(key.substring(4), "line 1: 48 or 80 bytes");
        refused("!" + key.substring(1), "line 1: 48 or 80 bytes");
        refused("g".repeat(96), "line 1: 48 or 80 bytes");
        refused(key + "\n" + key, "same name");
        refused(key + " sealsFrom=2030-01-02T00:00:00Z sealsUntil=2030-01-01T00:00:00Z", "seals first");
    }

    private void refused(String content, String reason) throws IOException {
        write(file, content);
        String key = base64(raw(1, 48));
        assertThatThrownBy(() -> keys(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(key.substring(4)));
    }

    @Test
    void hasNoKeysAfterItsEnd() throws IOException {
        write(file, raw(1, 48));
        FileTicketKeys keys = keys(file);
        TicketKey before = keys.sealing(NOW).orElseThrow();
        keys.close();
        ticker.passes(SECOND);
        assertThat(keys.sealing(NOW)).isEmpty();
        assertThat(opens(keys, raw(1, 48))).isFalse();
        assertThat(before.key().isClosed()).isFalse();
        before.close();
        assertThat(keys.toString()).contains("0 keys").doesNotContain("1, 1");
    }

    private void lookSeveralTimes(FileTicketKeys keys) {
        for (int i = 0; i < 3; i++) {
            ticker.passes(SECOND);
            keys.sealing(NOW).ifPresent(TicketKey::close);
        }
    }

    private FileTicketKeys keys(Path path) throws IOException {
        return FileTicketKeys.of(path).ticker(ticker).listener(events::add).build();
    }

    private static byte[] sealing(FileTicketKeys keys) {
        try (TicketKey key = keys.sealing(NOW).orElseThrow()) {
            return key.key().with(byte[]::clone);
        }
    }

    private static int name(Optional<TicketKey> key) {
        try (TicketKey present = key.orElseThrow()) {
            return present.name()[0];
        }
    }

    private static boolean opens(FileTicketKeys keys, byte[] ticket) {
        Optional<TicketKey> key = keys.of(ticket, NOW);
        key.ifPresent(TicketKey::close);
        return key.isPresent();
    }

    /** Bytes that are no text. */
    private static byte[] raw(int name, int length) {
        byte[] raw = new byte[length];
        for (int i = 0; i < length; i++) raw[i] = (byte) (i < 16 ? name : 0x80 + name + i);
        return raw;
    }

    private static String base64(byte[] raw) {
        return Base64.getEncoder().encodeToString(raw);
    }

    private static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
