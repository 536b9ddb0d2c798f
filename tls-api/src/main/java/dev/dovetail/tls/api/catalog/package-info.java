/** Which parts and suites there are, which of them work, why the others do not, and which are enabled. */
package dev.dovetail.tls.api.catalog;
