package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.handshake.extension.ExtensionBlock;

/**
 * One certificate of a TLS 1.3 list (RFC 8446 4.4.2).
 *
 * @param certificate DER
 * @param extensions its extensions
 */
public record CertificateEntry(byte[] certificate, ExtensionBlock extensions) {}
