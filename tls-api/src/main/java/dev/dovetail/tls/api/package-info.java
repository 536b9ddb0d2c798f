/** What a connection is made of, as values: versions, suites, traits, secrets, alerts and faults. */
package dev.dovetail.tls.api;
