/** Other TLS stacks as contenders in the benchmarks. */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.benchmarks.peers;
