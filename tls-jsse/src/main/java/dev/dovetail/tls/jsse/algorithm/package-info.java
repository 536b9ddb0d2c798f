/** jdk.tls.disabledAlgorithms, for certificates. */
package dev.dovetail.tls.jsse.algorithm;
