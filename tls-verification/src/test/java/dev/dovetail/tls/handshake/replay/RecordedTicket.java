package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Offered;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;
import dev.dovetail.tls.handshake.resumption.TicketSecret;
import java.time.Duration;
import java.time.Instant;

/**
 * The ticket that section 3 of RFC 8448 gives and section 4 uses.
 *
 * @param message the server's
 * @param age how old it is when it is used, as the client tells
 */
record RecordedTicket(NewSessionTicket13 message, Duration age) {

    /** The RFC does not say when: a time at which the server's certificate is valid, with milliseconds. */
    static final Instant GIVEN = Instant.parse("2018-08-10T12:00:00.123Z");

    static final Hkdf HKDF = new Hkdf(
            Catalog.discover().usable("TLS_AES_128_GCM_SHA256").orElseThrow().hash());

    static RecordedTicket read() {
        byte[] bytes = Trace.section(3).message(Role.SERVER, "NewSessionTicket");
        NewSessionTicket13 ticket = NewSessionTicket13.read(new HandshakeMessage(bytes, null), Cast.CODECS);
        Offered offered = (Offered) new Cast(Trace.section(4), Role.CLIENT)
                .hello()
                .find(PreSharedKeyExtension.INSTANCE)
                .orElseThrow();
        // RFC 8446 4.2.11.1: the sum is modulo 2^32.
        long age = Math.floorMod(offered.identities().get(0).obfuscatedTicketAge() - ticket.ageAdd(), 1L << 32);
        return new RecordedTicket(ticket, Duration.ofMillis(age));
    }

    Instant used() {
        return GIVEN.plus(age);
    }

    /** Its key, derived by our own code of section 3's resumption_master_secret. */
    Secret key() {
        return key(Trace.section(3), message.nonce());
    }

    /** The key of a ticket that the server of a trace gives, or might have given. */
    static Secret key(Trace trace, byte[] nonce) {
        try (Secret resumption = secret(trace, "res master")) {
            return TicketSecret.of(HKDF, resumption, nonce);
        }
    }

    static Secret secret(Trace trace, String label) {
        return Secret.of(trace.step("derive secret \"tls13 " + label + "\"").value("expanded"));
    }
}
