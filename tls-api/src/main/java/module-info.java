/**
 * The types that every part of Dovetail shares: suites as data, the SPIs of their parts, the catalog that finds them,
 * the wire codec, faults and events. It needs nothing but {@code java.base}; JSpecify is there for the compiler only.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.api {
    requires static org.jspecify;

    exports dev.dovetail.tls.api;
    exports dev.dovetail.tls.api.catalog;
    exports dev.dovetail.tls.api.event;
    exports dev.dovetail.tls.api.spi;
    exports dev.dovetail.tls.api.wire;

    uses dev.dovetail.tls.api.spi.BulkCipher;
    uses dev.dovetail.tls.api.spi.Extension;
    uses dev.dovetail.tls.api.spi.HashAlgorithm;
    uses dev.dovetail.tls.api.spi.HybridGroup;
    uses dev.dovetail.tls.api.spi.KeyExchange;
    uses dev.dovetail.tls.api.spi.Mac;
    uses dev.dovetail.tls.api.spi.NamedGroup;
    uses dev.dovetail.tls.api.spi.SignatureScheme;
    uses dev.dovetail.tls.api.spi.SuiteProvider;
}
