package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.MaxFragmentLengthExtension;
import dev.dovetail.tls.handshake.extension.RecordSizeLimitExtension;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much content a record may have, each way.
 *
 * @param read bytes that the peer may send
 * @param write bytes that we send
 */
public record ContentLimits(int read, int write) {

    private static final int LARGEST = 1 << 14;

    /** What holds if nothing was negotiated. */
    public static final ContentLimits DEFAULT = new ContentLimits(LARGEST, LARGEST);

    /**
     * What both sides' record_size_limit mean (RFC 8449 4).
     *
     * @param own what we said
     * @param peer what the peer said
     * @param innerType 1 in TLS 1.3, whose limit counts the content type, else 0
     * @return the limits
     */
    public static ContentLimits ofSizeLimits(int own, int peer, int innerType) {
        return new ContentLimits(Math.min(own - innerType, LARGEST), Math.min(peer - innerType, LARGEST));
    }

    /**
     * Client: what the server's answer means.
     *
     * @param answer the server's extensions
     * @param ownLimit the record_size_limit that we sent
     * @param asked the max_fragment_length that we asked for
     * @param innerType 1 in TLS 1.3, else 0
     * @return the limits
     */
    public static ContentLimits answered(ExtensionBlock answer, int ownLimit, OptionalInt asked, int innerType) {
        Optional<Integer> limit = answer.find(RecordSizeLimitExtension.INSTANCE);
        Optional<Integer> fragment = answer.find(MaxFragmentLengthExtension.INSTANCE);
        if (limit.isPresent() && fragment.isPresent()) {
            throw Fault.MAX_FRAGMENT_LENGTH_BAD.because("it came together with record_size_limit (RFC 8449 5)");
        }
        if (fragment.isPresent() && asked.orElse(0) != fragment.get()) {
            throw Fault.MAX_FRAGMENT_LENGTH_BAD.because("the server says %d, the offer was %s", fragment.get(), asked);
        }
        if (limit.isPresent()) {
            // RFC 8449 4: above the protocol's own limit is an error in an answer.
            if (limit.get() > LARGEST + innerType) {
                throw Fault.RECORD_SIZE_LIMIT_BAD.because("%d is above %d", limit.get(), LARGEST + innerType);
            }
            return ofSizeLimits(ownLimit, limit.get(), innerType);
        }
        return fragment.map(length -> new ContentLimits(length, length)).orElse(DEFAULT);
    }

    /**
     * Server: what the client's offer means; adds the answer.
     *
     * @param offer the client's extensions
     * @param ownLimit our record_size_limit
     * @param innerType 1 in TLS 1.3, else 0
     * @param answer takes record_size_limit or max_fragment_length
     * @return the limits
     */
    public static ContentLimits accept(ExtensionBlock offer, int ownLimit, int innerType, ExtensionBlock answer) {
        Optional<Integer> limit = offer.find(RecordSizeLimitExtension.INSTANCE);
        if (limit.isPresent()) {
            int own = Math.min(ownLimit, LARGEST + innerType);
            answer.with(RecordSizeLimitExtension.INSTANCE, own);
            return ofSizeLimits(own, limit.get(), innerType);
        }
        Optional<Integer> fragment = offer.find(MaxFragmentLengthExtension.INSTANCE);
        fragment.ifPresent(length -> answer.with(MaxFragmentLengthExtension.INSTANCE, length));
        return fragment.map(length -> new ContentLimits(length, length)).orElse(DEFAULT);
    }
}
