package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.jsse.credential.KeyTable.Entry;
import java.security.Principal;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Which keys fit what is asked for, best first. Kind and issuer have to fit; of what fits, first comes what is for the
 * host that was asked for, then what may be used for this, then what is valid now, then what the peer can verify, then
 * the kind that was named first, and last the table's order decides. So the same question has the same answer.
 *
 * @param table the keys
 * @param wanted what the handshake says
 * @param now when certificates should be valid
 */
record KeyChoice(KeyTable table, KeyWanted wanted, Date now) {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY = "2.5.29.37.0";

    /** With what speaks against it, looked at once: the higher the bit, the more it counts. */
    private record Ranked(Entry entry, int faults) {}

    /** All keys, for those who look at the kind by themselves. */
    List<Credential> all() {
        return ranked(Comparator.comparingInt(Ranked::faults), entry -> true)
                .map(Entry::credential)
                .toList();
    }

    /** The names of the keys of some kinds, of which the first is preferred. */
    List<String> aliases(List<String> keyTypes, Principal @Nullable [] issuers) {
        Set<X500Principal> accepted = issuers == null
                ? Set.of()
                : Stream.of(issuers).map(KeyChoice::principal).collect(Collectors.toSet());
        Comparator<Ranked> best = Comparator.comparingInt(Ranked::faults)
                .thenComparingInt(one -> place(one.entry().credential(), keyTypes));
        return ranked(
                        best,
                        entry -> place(entry.credential(), keyTypes) < keyTypes.size()
                                && (accepted.isEmpty() || issued(entry.credential(), accepted)))
                .map(Entry::alias)
                .toList();
    }

    private Stream<Entry> ranked(Comparator<Ranked> order, Predicate<Entry> fitting) {
        return table.entries().stream()
                .filter(fitting)
                .map(entry -> new Ranked(entry, faults(entry.credential())))
                .sorted(order)
                .map(Ranked::entry);
    }

    private int faults(Credential credential) {
        boolean named = wanted.serverName().isEmpty()
                || credential.names(wanted.serverName().get());
        return (named ? 0 : 8)
                + (usable(credential.leaf()) ? 0 : 4)
                + (valid(credential) ? 0 : 2)
                + (verifiable(credential) ? 0 : 1);
    }

    private static int place(Credential credential, List<String> keyTypes) {
        int place = 0;
        while (place < keyTypes.size() && !KeyKinds.fits(credential, keyTypes.get(place))) place++;
        return place;
    }

    private static boolean issued(Credential credential, Set<X500Principal> accepted) {
        return credential.chain().stream()
                .anyMatch(certificate -> accepted.contains(certificate.getIssuerX500Principal()));
    }

    private static X500Principal principal(Principal issuer) {
        return issuer instanceof X500Principal same ? same : new X500Principal(issuer.getName());
    }

    private boolean usable(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            String purpose = wanted.server() ? SERVER_AUTH : CLIENT_AUTH;
            if (purposes != null && !purposes.contains(purpose) && !purposes.contains(ANY)) return false;
        } catch (CertificateParsingException notUnderstood) {
            return false;
        }
        boolean[] uses = leaf.getKeyUsage();
        if (uses == null || uses[DIGITAL_SIGNATURE]) return true;
        // RSA key transport is a server's.
        return wanted.server()
                && uses[KEY_ENCIPHERMENT]
                && leaf.getPublicKey().getAlgorithm().equals("RSA");
    }

    private boolean valid(Credential credential) {
        try {
            for (X509Certificate certificate : credential.chain()) certificate.checkValidity(now);
            return true;
        } catch (CertificateException outside) {
            return false;
        }
    }

    /** What its issuer signed, not what signed itself: that is trusted without a look at its signature. */
    private boolean verifiable(Credential credential) {
        return wanted.signatures().isEmpty()
                || credential.chain().stream()
                        .filter(one -> !one.getIssuerX500Principal().equals(one.getSubjectX500Principal()))
                        .map(one -> one.getSigAlgName().toUpperCase(Locale.ROOT))
                        .allMatch(name -> wanted.signatures().stream().anyMatch(name::equalsIgnoreCase));
    }
}
