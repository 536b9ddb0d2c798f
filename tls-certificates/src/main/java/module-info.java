/**
 * Issues keys and certificates for tests, demonstrations and benchmarks: good ones of every kind, and ones that are bad
 * in one chosen way. Never for production. It registers no provider; its keys are the JDK's own.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.certificates {
    requires static org.jspecify;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;

    exports dev.dovetail.tls.certificates;
}
