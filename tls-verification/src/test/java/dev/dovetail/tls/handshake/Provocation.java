package dev.dovetail.tls.handshake;

/** A way to make a fault happen. */
@FunctionalInterface
interface Provocation {

    Wrongdoing provoke() throws Exception;
}
