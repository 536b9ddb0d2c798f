package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.jsse.credential.Managers;
import java.util.List;
import java.util.Optional;

/**
 * What the verdict about a server depends on, and what is shown to it. Only clients that have all of it in common may share
 * a session: none may be resumed where a full handshake would be refused.
 *
 * @param context whose managers judge; as an object
 * @param trust what is trusted now, if a manager of ours knows
 * @param keys what may be shown now, if a manager of ours knows
 * @param wish what is enabled
 * @param hosts whom the server has to be
 * @param identification how that is checked
 */
record ClientParty(
        Same context, Same trust, Same keys, Wish wish, List<String> hosts, Optional<String> identification) {

    /** An object that is equal to itself alone. */
    record Same(Object object) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        /** Nothing of what it stands for. */
        @Override
        public String toString() {
            return "Same[" + Integer.toHexString(hashCode()) + "]";
        }
    }

    static ClientParty of(TlsContext context, ConnectionParameters parameters, List<String> hosts) {
        Managers managers = context.managers();
        return new ClientParty(
                new Same(managers),
                new Same(managers.trustNow()),
                new Same(managers.keysNow()),
                context.wish(parameters),
                hosts,
                parameters.identification());
    }
}
