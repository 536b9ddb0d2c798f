package dev.dovetail.tls.api.spi;

/**
 * A cipher for records. It does not know TLS: nonces, additional data, padding, MACs and inner content types belong to
 * the record layer.
 */
public sealed interface BulkCipher extends Part permits AeadCipher, CbcCipher, StreamCipher {

    /**
     * The length of a key.
     *
     * @return bytes; 0 for NULL
     */
    int keyLength();

    /**
     * Where suites with this cipher stand among the defaults: higher comes first. It says nothing about implementations.
     *
     * @return 0 unless there is a reason
     */
    default int preference() {
        return 0;
    }
}
