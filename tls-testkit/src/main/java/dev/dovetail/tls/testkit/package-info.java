/**
 * Contracts that every part must keep, whoever wrote it. A plug-in's test extends the contract of its SPI, hands over
 * the part, and inherits the tests; their messages say what the part did wrong.
 */
package dev.dovetail.tls.testkit;
