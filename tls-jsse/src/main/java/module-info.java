/** A security provider: what is written for {@code javax.net.ssl} runs on Dovetail. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.jsse {
    requires static org.jspecify;
    requires static com.google.auto.service;
    requires transitive dev.dovetail.tls.handshake;
    requires dev.dovetail.tls.net;

    exports dev.dovetail.tls.jsse;

    provides java.security.Provider with
            dev.dovetail.tls.jsse.DovetailProvider;
}
