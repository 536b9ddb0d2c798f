/**
 * One plain part of every kind, for the handshakes that the contracts make with a part under test. They have names and
 * numbers of their own, are registered nowhere, and so are never found by a catalog that was not given them.
 */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.testkit.neutral;
