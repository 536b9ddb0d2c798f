/** How commands lay out text. */
package dev.dovetail.tls.cli.text;
