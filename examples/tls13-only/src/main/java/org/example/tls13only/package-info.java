/** The smallest useful composition: TLS 1.3 with one suite. */
package org.example.tls13only;
