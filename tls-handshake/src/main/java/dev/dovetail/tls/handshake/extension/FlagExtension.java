package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/**
 * An extension without data: that it is there is all that it says.
 *
 * @param code its number
 * @param name IANA's spelling
 * @param sites where it may stand
 */
public record FlagExtension(int code, String name, Set<Site> sites) implements ExtensionCodec<Boolean> {

    /** RFC 7366 2: MAC over the ciphertext instead of the plaintext. */
    public static final FlagExtension ENCRYPT_THEN_MAC =
            new FlagExtension(22, "encrypt_then_mac", Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12));

    /** RFC 7627 5.1: a master secret that is bound to the handshake. */
    public static final FlagExtension EXTENDED_MASTER_SECRET =
            new FlagExtension(23, "extended_master_secret", Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12));

    /** RFC 8446 4.2.6: read and ignored, since this server never asks later. */
    public static final FlagExtension POST_HANDSHAKE_AUTH =
            new FlagExtension(49, "post_handshake_auth", Set.of(Site.CLIENT_HELLO));

    @Override
    public void write(Site site, Boolean value, WireWriter out) {}

    @Override
    public Boolean read(Site site, WireReader in) {
        return true;
    }
}
