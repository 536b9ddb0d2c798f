/** ML-DSA (FIPS 204) as signature schemes of TLS 1.3 (draft-ietf-tls-mldsa). */
package dev.dovetail.tls.signatures.mldsa;
