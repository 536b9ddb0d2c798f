/** TLS connections over sockets and channels. All I/O of Dovetail is here; the engine has none. */
package dev.dovetail.tls.net;
