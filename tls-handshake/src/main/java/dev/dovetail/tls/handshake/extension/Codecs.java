package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The extensions that a connection knows by number: the protocol's own and those that the user added. */
public final class Codecs {

    private static final List<ExtensionCodec<?>> OWN = List.of(
            ServerNameExtension.INSTANCE,
            MaxFragmentLengthExtension.INSTANCE,
            SupportedGroupsExtension.INSTANCE,
            EcPointFormatsExtension.INSTANCE,
            SignatureAlgorithmsExtension.INSTANCE,
            SignatureAlgorithmsExtension.FOR_CERTIFICATES,
            ApplicationProtocolExtension.INSTANCE,
            PaddingExtension.INSTANCE,
            FlagExtension.ENCRYPT_THEN_MAC,
            FlagExtension.EXTENDED_MASTER_SECRET,
            FlagExtension.POST_HANDSHAKE_AUTH,
            RecordSizeLimitExtension.INSTANCE,
            OpaqueExtension.SESSION_TICKET,
            PreSharedKeyExtension.INSTANCE,
            EarlyDataExtension.INSTANCE,
            SupportedVersionsExtension.INSTANCE,
            CookieExtension.INSTANCE,
            PskKeyExchangeModesExtension.INSTANCE,
            CertificateAuthoritiesExtension.INSTANCE,
            KeyShareExtension.INSTANCE,
            RenegotiationInfoExtension.INSTANCE);

    /** Most connections have no others, so they share these. */
    private static final Codecs PLAIN = new Codecs(List.of());

    private final Map<Integer, ExtensionCodec<?>> byCode = new HashMap<>();

    private Codecs(List<Extension<?>> thirdParty) {
        for (ExtensionCodec<?> codec : OWN) byCode.put(codec.code(), codec);
        for (Extension<?> extension : thirdParty) {
            ExtensionCodec<?> before = byCode.putIfAbsent(extension.code(), extension);
            if (before != null) {
                throw new IllegalArgumentException("extension " + extension.name() + " has the number "
                        + extension.code() + " of " + before.name());
            }
        }
    }

    /**
     * The protocol's own extensions and some more.
     *
     * @param thirdParty the user's; they can't replace one of the protocol's own
     * @return the codecs
     * @throws IllegalArgumentException if a number is taken
     */
    public static Codecs with(List<Extension<?>> thirdParty) {
        return thirdParty.isEmpty() ? PLAIN : new Codecs(thirdParty);
    }

    Optional<ExtensionCodec<?>> find(int code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
