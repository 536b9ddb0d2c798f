/**
 * Parts over the Amazon Corretto Crypto Provider, one class per algorithm; what they share is package-private. The
 * provider is used as an object and never registered with {@code java.security.Security}.
 */
package dev.dovetail.tls.provider.accp;
