package dev.dovetail.tls.handshake.extension;

/**
 * One share (RFC 8446 4.2.8).
 *
 * @param group number of the group
 * @param share its bytes; empty in a HelloRetryRequest, which names the group only
 */
public record KeyShare(int group, byte[] share) {}
