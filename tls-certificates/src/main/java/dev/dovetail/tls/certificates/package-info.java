/** An authority, what it is asked for, and what it issues. For tests and demonstrations only. */
package dev.dovetail.tls.certificates;
