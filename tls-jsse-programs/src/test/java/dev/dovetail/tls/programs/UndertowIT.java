package dev.dovetail.tls.programs;

/** Undertow serves over our provider. */
class UndertowIT extends SiteTrials {

    UndertowIT() {
        super(UndertowSite::start);
    }
}
