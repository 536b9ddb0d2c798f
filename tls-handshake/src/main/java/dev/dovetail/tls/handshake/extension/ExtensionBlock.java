package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The extensions of one message, in order (RFC 8446 4.2). Reading enforces for all of them: no duplicates, only where
 * they belong, no trailing bytes, pre_shared_key last. Values of unknown extensions are kept as they came.
 */
public final class ExtensionBlock {

    private final Map<Integer, Entry> entries = new LinkedHashMap<>();

    private record Entry(Optional<ExtensionCodec<?>> codec, Object value, byte[] data) {}

    /** An empty block. */
    public ExtensionBlock() {}

    /**
     * An independent copy: the second ClientHello repeats the first.
     *
     * @return the copy
     */
    public ExtensionBlock copy() {
        ExtensionBlock copy = new ExtensionBlock();
        copy.entries.putAll(entries);
        return copy;
    }

    /**
     * Reads the block, with its length in front.
     *
     * @param in stands at the length
     * @param site the message
     * @param codecs what is known
     * @return the block
     */
    public static ExtensionBlock read(WireReader in, Site site, Codecs codecs) {
        ExtensionBlock block = new ExtensionBlock();
        WireReader list = in.nested("extensions", 2, 0, 0xffff);
        while (list.hasMore()) block.readOne(list, site, codecs);
        return block;
    }

    /**
     * Reads a block that a TLS 1.2 message may leave out altogether (RFC 5246 7.4.1.2).
     *
     * @param in stands at the length or at the end
     * @param site the message
     * @param codecs what is known
     * @return the block, empty if there is none
     */
    public static ExtensionBlock readOptional(WireReader in, Site site, Codecs codecs) {
        return in.hasMore() ? read(in, site, codecs) : new ExtensionBlock();
    }

    /**
     * Adds an extension behind the others, or replaces it where it stands.
     *
     * @param codec which
     * @param value its value
     * @param <V> its type
     * @return this
     */
    public <V> ExtensionBlock with(ExtensionCodec<V> codec, V value) {
        entries.put(codec.code(), new Entry(Optional.of(codec), value, new byte[0]));
        return this;
    }

    /**
     * Takes an extension out, if it is there.
     *
     * @param codec which
     * @return this
     */
    public ExtensionBlock without(ExtensionCodec<?> codec) {
        entries.remove(codec.code());
        return this;
    }

    /**
     * The value of an extension.
     *
     * @param codec which
     * @param <V> its type
     * @return empty if it is not there
     */
    @SuppressWarnings("unchecked") // the codec of this number made the value
    public <V> Optional<V> find(ExtensionCodec<V> codec) {
        Entry entry = entries.get(codec.code());
        return entry == null ? Optional.empty() : Optional.of((V) entry.value());
    }

    /**
     * Whether an extension is there.
     *
     * @param codec which
     * @return true if it is
     */
    public boolean has(ExtensionCodec<?> codec) {
        return entries.containsKey(codec.code());
    }

    /**
     * The numbers, in order.
     *
     * @return unmodifiable
     */
    public Set<Integer> codes() {
        return Set.copyOf(entries.keySet());
    }

    /**
     * The numbers, in the order of the wire.
     *
     * @return unmodifiable
     */
    public List<Integer> order() {
        return List.copyOf(entries.keySet());
    }

    /**
     * The bytes of an extension as they came.
     *
     * @param code its number
     * @return its data; empty if it is not there or was not read from the wire
     */
    public Optional<byte[]> data(int code) {
        return Optional.ofNullable(entries.get(code)).map(Entry::data);
    }

    /**
     * Makes sure that a peer's answers were asked for (RFC 8446 4.2, RFC 5246 7.4.1.4).
     *
     * @param offered the numbers that we sent
     * @param message for the error
     */
    public void answersOnly(Set<Integer> offered, String message) {
        entries.forEach((code, entry) -> {
            if (!offered.contains(code)) {
                throw Fault.EXTENSION_UNSOLICITED.because(
                        "%s has %s, which was not offered", message, name(code, entry));
            }
        });
    }

    /**
     * Writes the block, with its length in front; what was read without a codec is written as it came.
     *
     * @param site the message
     * @param out takes it
     */
    public void write(Site site, WireWriter out) {
        try (WireWriter.Block list = out.open("extensions", 2)) {
            entries.forEach((code, entry) -> {
                out.u16("extension_type", code);
                entry.codec()
                        .ifPresentOrElse(
                                codec -> writeData(codec, entry.value(), site, out),
                                () -> out.block("extension_" + code, 2, entry.data()));
            });
        }
    }

    /**
     * Whether nothing is in it.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @SuppressWarnings("unchecked") // with() paired the codec and the value
    private static <V> void writeData(ExtensionCodec<V> codec, Object value, Site site, WireWriter out) {
        try (WireWriter.Block data = out.open(codec.name(), 2)) {
            codec.write(site, (V) value, out);
        }
    }

    private void readOne(WireReader list, Site site, Codecs codecs) {
        int code = list.u16("extension_type");
        Optional<ExtensionCodec<?>> codec = codecs.find(code);
        String name = codec.map(ExtensionCodec::name).orElse("extension_" + code);
        if (entries.containsKey(code)) {
            throw list.fault(Fault.EXTENSION_DUPLICATE, "%s stands there twice", name);
        }
        if (has(PreSharedKeyExtension.INSTANCE) && site == Site.CLIENT_HELLO) {
            throw list.fault(Fault.PRE_SHARED_KEY_NOT_LAST, "%s stands behind it", name);
        }
        if (codec.isPresent() && !codec.get().sites().contains(site)) {
            throw list.fault(Fault.EXTENSION_MISPLACED, "%s has no place in it", name);
        }
        WireReader data = list.nested(name, 2, 0, 0xffff);
        byte[] raw = data.peek();
        Object value;
        if (codec.isPresent()) {
            value = codec.get().read(site, data);
            data.done();
        } else {
            value = data.rest("data");
        }
        entries.put(code, new Entry(codec, value, raw));
    }

    private static String name(int code, Entry entry) {
        return entry.codec().map(ExtensionCodec::name).orElse("extension " + code);
    }
}
