/** What a stranger writes to bring a cipher and a suite of his own. */
package org.example.tls;
