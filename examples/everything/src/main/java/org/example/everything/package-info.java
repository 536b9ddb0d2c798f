/** A client and a server that enable every suite. */
package org.example.everything;
