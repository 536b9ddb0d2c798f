/**
 * The conformance kit for plug-in authors: one abstract JUnit contract per SPI, a loader for Wycheproof's vectors, and
 * random sources that can be foretold. Needed by tests only.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.testkit {
    requires com.fasterxml.jackson.databind;
    requires org.bouncycastle.provider;
    requires static org.jspecify;
    requires transitive dev.dovetail.tls.api;
    requires transitive dev.dovetail.tls.certificates;
    requires transitive dev.dovetail.tls.handshake;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.dovetail.tls.testkit;

    // The contracts' tests are package-private, so that an author sees only what there is to override.
    opens dev.dovetail.tls.testkit to
            org.junit.platform.commons;
}
