/** Finite-field DHE, its groups, and the TLS_DHE_RSA suites: nothing here is for callers, who find it through the catalog. */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.suites.dhe;
