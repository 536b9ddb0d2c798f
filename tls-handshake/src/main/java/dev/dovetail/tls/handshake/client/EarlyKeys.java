package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.key.EarlySecrets;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.TrafficSecret;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.record.TrafficKeys;

/** Takes the keys of early data into use, right behind the ClientHello (RFC 8446 2.3). */
final class EarlyKeys {

    private EarlyKeys() {}

    static void install(ClientOffer offer, Transcript transcript, Effects effects) {
        if (offer.early().isEmpty()) return;
        EarlyOffer early = offer.early().get();
        OfferedKey key = offer.keys().get(0);
        // RFC 8446 D.4: before early data, if there is some.
        if (offer.config().compatibilityMode()) effects.sendChangeCipherSpec();
        byte[] helloHash = transcript.fork(key.hash()).finish();
        EarlySecrets secrets = EarlySecrets.of(new Hkdf(key.hash()), key.key(), helloHash);
        effects.secret("CLIENT_EARLY_TRAFFIC_SECRET", offer.clientRandom(), secrets.clientTraffic());
        effects.secret("EARLY_EXPORTER_SECRET", offer.clientRandom(), secrets.exporter());
        try (TrafficKeys keys = TrafficSecret.keys(secrets.hkdf(), secrets.clientTraffic(), early.suite())) {
            effects.installWrite(
                    Protections.tls13Write(early.suite(), keys, offer.config().padding()), "early data");
        }
        secrets.clientTraffic().close();
        // RFC 8449 4: the server's limit of the connection that gave the key.
        effects.contentLimits(1 << 14, key.session().orElseThrow().recordLimit());
        long most = key.session().orElseThrow().mostEarlyData();
        effects.beginEarlySending(
                most, early.use() == EarlyDataUse.RESEND, Exporter.tls13(secrets.hkdf(), secrets.exporter()));
    }
}
