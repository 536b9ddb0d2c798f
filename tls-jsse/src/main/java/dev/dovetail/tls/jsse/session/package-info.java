/** Sessions as javax.net.ssl shows them. */
package dev.dovetail.tls.jsse.session;
