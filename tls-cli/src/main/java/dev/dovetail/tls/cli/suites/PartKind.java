package dev.dovetail.tls.cli.suites;

import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.stream.Stream;

/** What a part is, in the order of the listing. */
enum PartKind {
    KEY_EXCHANGE("key exchange", KeyExchange.class),
    CIPHER("cipher", BulkCipher.class),
    MAC("MAC", Mac.class),
    HASH("hash", HashAlgorithm.class),
    GROUP("group", NamedGroup.class),
    SIGNATURE_SCHEME("signature scheme", SignatureScheme.class),
    EXTENSION("extension", Extension.class);

    private final String text;
    private final Class<?> type;

    PartKind(String text, Class<?> type) {
        this.text = text;
        this.type = type;
    }

    static PartKind of(Part part) {
        return Stream.of(values())
                .filter(kind -> kind.type.isInstance(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a part of no kind: " + part.getClass()));
    }

    String text() {
        return text;
    }
}
