/** The command that lists what can be negotiated, what can't, and why. */
package dev.dovetail.tls.cli.suites;
