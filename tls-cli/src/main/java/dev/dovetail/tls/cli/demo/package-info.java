/** The command that carries a file through every suite, version and group, and tells how that went. */
package dev.dovetail.tls.cli.demo;
