package dev.dovetail.tls.programs;

/** Jetty serves over our provider. */
class JettyIT extends SiteTrials {

    JettyIT() {
        super(JettySite::start);
    }
}
