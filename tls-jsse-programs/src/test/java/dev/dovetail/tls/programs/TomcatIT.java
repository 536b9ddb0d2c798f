package dev.dovetail.tls.programs;

/** Tomcat serves over our provider. */
class TomcatIT extends SiteTrials {

    TomcatIT() {
        super(TomcatSite::start);
    }
}
