package dev.dovetail.tls.handshake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A message with extensions, taken apart by other means than the engine's, to be changed and put together again:
 * ClientHello, ServerHello, EncryptedExtensions, CertificateRequest of TLS 1.3.
 */
final class HelloEdit {

    static final int SERVER_NAME = 0;
    static final int MAX_FRAGMENT_LENGTH = 1;
    static final int SUPPORTED_GROUPS = 10;
    static final int POINT_FORMATS = 11;
    static final int SIGNATURE_ALGORITHMS = 13;
    static final int ALPN = 16;
    static final int PADDING = 21;
    static final int ENCRYPT_THEN_MAC = 22;
    static final int EXTENDED_MASTER_SECRET = 23;
    static final int RECORD_SIZE_LIMIT = 28;
    static final int PRE_SHARED_KEY = 41;
    static final int EARLY_DATA = 42;
    static final int SUPPORTED_VERSIONS = 43;
    static final int COOKIE = 44;
    static final int PSK_KEY_EXCHANGE_MODES = 45;
    static final int CERTIFICATE_AUTHORITIES = 47;
    static final int KEY_SHARE = 51;
    static final int RENEGOTIATION_INFO = 0xff01;

    private record Entry(int code, byte[] data) {}

    /** All before the extensions, but of a hello the parts below. */
    byte[] front = {};

    byte[] version = {};
    byte[] random = {};
    byte[] sessionId = {};
    byte[] suites = {};
    byte[] compression = {};

    private final int type;
    private final List<Entry> extensions = new ArrayList<>();

    private HelloEdit(byte[] message) {
        type = Messages.type(message);
        ByteBuffer in = ByteBuffer.wrap(Messages.body(message));
        switch (type) {
            case 1 -> {
                hello(in);
                suites = bytes(in, Short.toUnsignedInt(in.getShort()));
                compression = bytes(in, Byte.toUnsignedInt(in.get()));
            }
            case 2 -> {
                hello(in);
                suites = bytes(in, 2);
                compression = bytes(in, 1);
            }
            case 8 -> {}
            case 13 -> {
                int length = Byte.toUnsignedInt(in.get(in.position()));
                front = bytes(in, 1 + length);
            }
            default -> throw new IllegalArgumentException("message " + type + " has no extensions");
        }
        if (!in.hasRemaining()) return;
        int end = Short.toUnsignedInt(in.getShort()) + in.position();
        while (in.position() < end) {
            int code = Short.toUnsignedInt(in.getShort());
            extensions.add(new Entry(code, bytes(in, Short.toUnsignedInt(in.getShort()))));
        }
    }

    static UnaryOperator<byte[]> edit(Consumer<HelloEdit> change) {
        return message -> {
            HelloEdit hello = new HelloEdit(message);
            change.accept(hello);
            return hello.bytes();
        };
    }

    static HelloEdit of(byte[] message) {
        return new HelloEdit(message);
    }

    Optional<byte[]> find(int code) {
        return extensions.stream()
                .filter(entry -> entry.code() == code)
                .map(Entry::data)
                .findFirst();
    }

    /** Replaces an extension where it stands, else adds it behind the others. */
    HelloEdit put(int code, byte... data) {
        for (int i = 0; i < extensions.size(); i++) {
            if (extensions.get(i).code() == code) {
                extensions.set(i, new Entry(code, data));
                return this;
            }
        }
        return add(code, data);
    }

    /** Adds an extension behind the others, even if it is there. */
    HelloEdit add(int code, byte... data) {
        extensions.add(new Entry(code, data));
        return this;
    }

    /** Adds an extension before the others. */
    HelloEdit addFirst(int code, byte... data) {
        extensions.add(0, new Entry(code, data));
        return this;
    }

    HelloEdit drop(int code) {
        extensions.removeIf(entry -> entry.code() == code);
        return this;
    }

    HelloEdit dropAll() {
        extensions.clear();
        return this;
    }

    byte[] bytes() {
        byte[] block = {};
        for (Entry entry : extensions) {
            block = Messages.join(block, Messages.u16(entry.code()), Messages.u16(entry.data().length), entry.data());
        }
        byte[] all = Messages.join(Messages.u16(block.length), block);
        byte[] start = switch (type) {
            case 1 ->
                Messages.join(
                        version,
                        random,
                        new byte[] {(byte) sessionId.length},
                        sessionId,
                        Messages.u16(suites.length),
                        suites,
                        new byte[] {(byte) compression.length},
                        compression);
            case 2 ->
                Messages.join(version, random, new byte[] {(byte) sessionId.length}, sessionId, suites, compression);
            default -> front;
        };
        return Messages.of(type, Messages.join(start, all));
    }

    private void hello(ByteBuffer in) {
        version = bytes(in, 2);
        random = bytes(in, 32);
        sessionId = bytes(in, Byte.toUnsignedInt(in.get()));
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    boolean isRetry() {
        return type == 2 && Arrays.equals(random, dev.dovetail.tls.handshake.message.ServerHello.retryRandom());
    }
}
