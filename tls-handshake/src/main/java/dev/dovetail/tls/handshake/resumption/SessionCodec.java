package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionPeer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A session as bytes, to be sealed: its secret first, then all else, so that the secret passes through no other array. A
 * format of ours, with a number: what a newer release wrote is not understood, and a full handshake is made.
 */
final class SessionCodec {

    private static final int FORMAT = 1;
    private static final int NONE = 0xffff_ffff;

    private SessionCodec() {}

    /** The bytes; the caller wipes them. */
    static byte[] write(Session session) throws CertificateException {
        byte[] rest = rest(session);
        int length = session.secret().length();
        byte[] all = new byte[2 + length + rest.length];
        all[0] = FORMAT;
        all[1] = (byte) length;
        session.secret().use(secret -> System.arraycopy(secret, 0, all, 2, length));
        System.arraycopy(rest, 0, all, 2 + length, rest.length);
        return all;
    }

    /** The session; empty if another release wrote it. The bytes are wiped. */
    static Optional<Session> read(byte[] all, CertificateReader certificates) {
        try {
            if (all.length < 2 || all[0] != FORMAT || all.length < 2 + (all[1] & 0xff)) return Optional.empty();
            int length = all[1] & 0xff;
            WireReader in = WireReader.of(all, 2 + length, all.length - 2 - length, "session", null);
            Session session = read(in, Secret.copyOf(all, 2, length), certificates);
            in.done();
            return Optional.of(session);
        } catch (TlsFault | CertificateException | IllegalArgumentException unknown) {
            return Optional.empty();
        } finally {
            Arrays.fill(all, (byte) 0);
        }
    }

    private static byte[] rest(Session session) throws CertificateException {
        WireWriter out = WireWriter.of("session");
        out.bytes("name", session.name());
        out.u16("version", session.version().code());
        out.u16("suite", session.suite());
        moment(out, "established", session.established());
        moment(out, "issued", session.issued());
        out.u32("lifetime", session.lifetime().toSeconds());
        out.u32("age_add", session.ageAdd());
        out.u32("most_early_data", session.mostEarlyData());
        out.u16("record_limit", session.recordLimit());
        text(out, "server_name", session.serverName());
        text(out, "application_protocol", session.applicationProtocol());
        peer(out, session.peer());
        out.u8("encrypt_then_mac", session.encryptThenMac() ? 1 : 0);
        out.block("scope", 1, session.scope());
        return out.toBytes();
    }

    private static Session read(WireReader in, Secret secret, CertificateReader certificates)
            throws CertificateException {
        try {
            return new Session(
                    in.bytes("name", Session.NAME_LENGTH),
                    new ProtocolVersion(in.u16("version")),
                    in.u16("suite"),
                    secret,
                    moment(in, "established"),
                    moment(in, "issued"),
                    Duration.ofSeconds(in.u32("lifetime")),
                    in.u32("age_add"),
                    in.u32("most_early_data"),
                    in.u16("record_limit"),
                    text(in, "server_name"),
                    text(in, "application_protocol"),
                    peer(in, certificates),
                    in.u8("encrypt_then_mac") == 1,
                    in.block("scope", 1, 0, 255));
        } catch (RuntimeException | CertificateException e) {
            secret.close();
            throw e;
        }
    }

    private static void peer(WireWriter out, SessionPeer peer) throws CertificateException {
        number(out, "scheme", peer.scheme());
        out.block("psk_identity", 2, peer.preSharedKey().orElse(new byte[0]));
        out.block("judge", 1, peer.judge());
        out.u8("certificates", peer.chain().size());
        for (X509Certificate certificate : peer.chain()) out.block("certificate", 3, certificate.getEncoded());
    }

    private static SessionPeer peer(WireReader in, CertificateReader certificates) throws CertificateException {
        OptionalInt scheme = number(in, "scheme");
        Optional<byte[]> identity =
                Optional.of(in.block("psk_identity", 2, 0, 0xffff)).filter(one -> one.length > 0);
        byte[] judge = in.block("judge", 1, 0, 255);
        List<X509Certificate> chain = new ArrayList<>();
        for (int left = in.u8("certificates"); left > 0; left--) {
            chain.add(certificates.read(in.block("certificate", 3, 1, 0xffffff)));
        }
        return new SessionPeer(scheme, identity, chain, judge);
    }

    private static void moment(WireWriter out, String name, Instant moment) {
        out.u32(name, moment.getEpochSecond());
        out.u16(name + "_millis", moment.getNano() / 1_000_000);
    }

    private static Instant moment(WireReader in, String name) {
        long seconds = in.u32(name);
        return Instant.ofEpochSecond(seconds, in.u16(name + "_millis") * 1_000_000L);
    }

    private static void text(WireWriter out, String name, Optional<String> value) {
        out.block(name, 1, value.orElse("").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> text(WireReader in, String name) {
        String value = new String(in.block(name, 1, 0, 255), StandardCharsets.ISO_8859_1);
        return Optional.of(value).filter(one -> !one.isEmpty());
    }

    private static void number(WireWriter out, String name, OptionalInt value) {
        out.u32(name, value.orElse(NONE) & 0xffff_ffffL);
    }

    private static OptionalInt number(WireReader in, String name) {
        int value = (int) in.u32(name);
        return value == NONE ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
