package dev.dovetail.tls.suites.aegis;

import java.util.Arrays;

/**
 * SubBytes of AES (FIPS 197 5.1.1) on planes of bits, as the circuit of J. Boyar and R. Peralta ("A small depth-16 circuit
 * for the AES S-box", 2012; the names are theirs): an inversion in GF(2^8) by way of GF(2^4), between two linear layers.
 *
 * <p>Choice: a circuit and no table. A round with tables was measured twice as fast, but which of its lines are in the cache
 * tells a neighbour about the secret bytes that were looked up. For one thread at a time.
 */
final class SBox {

    /** The inputs of the multiplications, after the first linear layer: y1 to y21. */
    private final long[] y = new long[22];

    /** The products of the last multiplications: z0 to z17. */
    private final long[] z = new long[18];

    /** Replaces eight planes: what comes from plane 7, the highest bit, is x0. */
    void substitute(long[] q) {
        top(q);
        invert(q[0]);
        bottom(q);
    }

    private void top(long[] q) {
        long x0 = q[7], x1 = q[6], x2 = q[5], x3 = q[4], x4 = q[3], x5 = q[2], x6 = q[1], x7 = q[0];
        long y14 = x3 ^ x5;
        long y13 = x0 ^ x6;
        long y9 = x0 ^ x3;
        long y8 = x0 ^ x5;
        long t0 = x1 ^ x2;
        long y1 = t0 ^ x7;
        long y12 = y13 ^ y14;
        long y5 = y1 ^ x6;
        long t1 = x4 ^ y12;
        long y15 = t1 ^ x5;
        long y20 = t1 ^ x1;
        long y10 = y15 ^ t0;
        long y11 = y20 ^ y9;
        long y16 = t0 ^ y11;
        y[1] = y1;
        y[2] = y1 ^ x0;
        y[3] = y5 ^ y8;
        y[4] = y1 ^ x3;
        y[5] = y5;
        y[6] = y15 ^ x7;
        y[7] = x7 ^ y11;
        y[8] = y8;
        y[9] = y9;
        y[10] = y10;
        y[11] = y11;
        y[12] = y12;
        y[13] = y13;
        y[14] = y14;
        y[15] = y15;
        y[16] = y16;
        y[17] = y10 ^ y11;
        y[18] = x0 ^ y16;
        y[19] = y10 ^ y8;
        y[20] = y20;
        y[21] = y13 ^ y16;
    }

    private void invert(long x7) {
        long t2 = y[12] & y[15];
        long t4 = y[3] & y[6] ^ t2;
        long t6 = y[4] & x7 ^ t2;
        long t7 = y[13] & y[16];
        long t9 = y[5] & y[1] ^ t7;
        long t11 = y[2] & y[7] ^ t7;
        long t12 = y[9] & y[11];
        long t14 = y[14] & y[17] ^ t12;
        long t16 = y[8] & y[10] ^ t12;
        long t21 = t4 ^ t14 ^ y[20];
        long t22 = t6 ^ t16 ^ y[19];
        long t23 = t9 ^ t14 ^ y[21];
        long t24 = t11 ^ t16 ^ y[18];
        long t25 = t21 ^ t22;
        long t26 = t21 & t23;
        long t27 = t24 ^ t26;
        long t29 = t25 & t27 ^ t22;
        long t33 = (t22 ^ t26) & (t23 ^ t24) ^ t24;
        long t36 = t24 & (t27 ^ t33);
        long t37 = t36 ^ t23 ^ t33;
        long t40 = t25 ^ t29 & (t27 ^ t36);
        multiply(x7, t29, t33, t37, t40);
    }

    private void multiply(long x7, long t29, long t33, long t37, long t40) {
        long t41 = t40 ^ t37;
        long t42 = t29 ^ t33;
        long t43 = t29 ^ t40;
        long t44 = t33 ^ t37;
        long t45 = t42 ^ t41;
        z[0] = t44 & y[15];
        z[1] = t37 & y[6];
        z[2] = t33 & x7;
        z[3] = t43 & y[16];
        z[4] = t40 & y[1];
        z[5] = t29 & y[7];
        z[6] = t42 & y[11];
        z[7] = t45 & y[17];
        z[8] = t41 & y[10];
        z[9] = t44 & y[12];
        z[10] = t37 & y[3];
        z[11] = t33 & y[4];
        z[12] = t43 & y[13];
        z[13] = t40 & y[5];
        z[14] = t29 & y[2];
        z[15] = t42 & y[9];
        z[16] = t45 & y[14];
        z[17] = t41 & y[8];
    }

    private void bottom(long[] q) {
        long t46 = z[15] ^ z[16];
        long t48 = z[5] ^ z[13];
        long t53 = z[0] ^ z[3];
        long t57 = z[2] ^ z[12] ^ t53;
        long t58 = z[4] ^ t46;
        long t59 = z[3] ^ z[6] ^ z[7];
        long t62 = z[7] ^ z[8] ^ t58;
        long t63 = z[9] ^ z[10] ^ t58;
        long t64 = z[4] ^ t59;
        long t65 = z[14] ^ t57 ^ t62;
        long t66 = z[1] ^ t63;
        long s3 = t53 ^ t66;
        q[7] = t59 ^ t63;
        q[6] = ~(t64 ^ s3);
        q[5] = ~(z[16] ^ z[17] ^ t64 ^ t65);
        q[4] = s3;
        q[3] = z[2] ^ z[5] ^ t66;
        q[2] = z[10] ^ z[11] ^ t65;
        q[1] = ~(z[12] ^ t48 ^ t62);
        q[0] = ~(t48 ^ t46 ^ t57);
    }

    /** Forgets what the last call left behind. */
    void clear() {
        Arrays.fill(y, 0);
        Arrays.fill(z, 0);
    }
}
