/** The program {@code dovetail}: its commands, what they share, and how they tell of errors. */
package dev.dovetail.tls.cli;
