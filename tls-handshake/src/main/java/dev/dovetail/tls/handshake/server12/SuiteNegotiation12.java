package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.negotiation.CredentialChoice;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.negotiation.SuiteChoice;
import dev.dovetail.tls.handshake.server.ClientAsk;
import java.util.List;
import java.util.Optional;

/**
 * A server's choice of suite, group, credential and scheme: a suite counts only if all that it needs can be had (RFC 5246
 * 7.4.1.3, RFC 8422 5.1).
 */
final class SuiteNegotiation12 {

    /** RFC 5246 7.4.1.4.1: what a client means that does not say: SHA-1 with RSA, with DSA, with ECDSA. */
    private static final List<Integer> DEFAULT_SCHEMES = List.of(0x0201, 0x0202, 0x0203);

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;

    private final ClientAsk ask;
    private final GroupNegotiation12 groups;
    private final boolean schemesSaid;
    private final CredentialChoice credentials;
    private final List<Credential> candidates;

    private SuiteNegotiation12(
            ClientAsk ask, boolean schemesSaid, CredentialChoice credentials, List<Credential> candidates) {
        this.ask = ask;
        this.groups = new GroupNegotiation12(ask);
        this.schemesSaid = schemesSaid;
        this.credentials = credentials;
        this.candidates = candidates;
    }

    /** Chooses, or throws {@code NO_COMMON_SUITE} with the rule that removed each suite. */
    static ServerChoice12 choose(ClientAsk ask, List<Credential> own) {
        Optional<List<Integer>> said = ask.hello().find(SignatureAlgorithmsExtension.INSTANCE);
        CredentialChoice credentials = ask.credentialChoice(own, said.orElse(DEFAULT_SCHEMES));
        List<Credential> all = ask.credentials(credentials);
        List<Credential> named = ask.serverName()
                .map(name -> all.stream().filter(one -> one.names(name)).toList())
                .orElse(List.of());
        // The name that the client asks for counts more than the order of the suites, as long as some suite can be had.
        SuiteNegotiation12 forName = new SuiteNegotiation12(ask, said.isPresent(), credentials, named);
        if (!named.isEmpty() && forName.succeeds()) return forName.chosen();
        return new SuiteNegotiation12(ask, said.isPresent(), credentials, all).chosen();
    }

    /** What is settled before the credentials are known: a client that is silent about schemes means SHA-1. */
    static HandshakeFacts facts(ClientAsk ask) {
        List<Integer> schemes =
                ask.hello().find(SignatureAlgorithmsExtension.INSTANCE).orElse(DEFAULT_SCHEMES);
        return new HandshakeFacts(
                ProtocolVersion.TLS_1_2, Optional.empty(), ask.serverName(), ask.protocolBeforeSuite(), schemes);
    }

    private boolean succeeds() {
        return ask.config().selection().suites(ProtocolVersion.TLS_1_2).stream()
                .anyMatch(suite -> ask.hello().suites().contains(suite.code())
                        && objection(suite).isEmpty());
    }

    private ServerChoice12 chosen() {
        UsableSuite suite = SuiteChoice.choose(
                ask.config(), ProtocolVersion.TLS_1_2, ask.hello().suites(), this::objection);
        Optional<SigningCredential> signer = signs(suite) ? signer(suite) : Optional.empty();
        Optional<Credential> credential = signer.map(SigningCredential::credential)
                .or(() -> authentication(suite).certificate() ? decrypter(suite) : Optional.empty());
        return new ServerChoice12(
                suite,
                exchange(suite).groups().flatMap(groups::choose),
                credential,
                signer.map(SigningCredential::scheme));
    }

    private Optional<String> objection(UsableSuite suite) {
        Optional<String> noGroup = exchange(suite).groups().flatMap(groups::objection);
        return noGroup.isPresent() ? noGroup : credentialObjection(suite);
    }

    private Optional<String> credentialObjection(UsableSuite suite) {
        Authentication wanted = authentication(suite);
        if (wanted.preShared() && ask.config().preSharedKeys().isEmpty()) {
            return Optional.of("no pre-shared keys are configured (ServerConfig.preSharedKeys)");
        }
        if (!wanted.preShared() && !exchange(suite).agreesOnSecret()) {
            return Optional.of(exchange(suite).name() + " agrees on no secret, so the suite needs a pre-shared key");
        }
        if (!wanted.certificate()) {
            // RFC 5246 7.4.4: who sends no certificate may not ask for one.
            return ask.config().clientAuthentication() == ClientAuthentication.REQUIRED
                    ? Optional.of("it can't ask for the client's certificate, which is required")
                    : Optional.empty();
        }
        if (!signs(suite)) {
            return decrypter(suite).isPresent()
                    ? Optional.empty()
                    : Optional.of("no credential has a key that fits "
                            + exchange(suite).name() + " and may be used to encrypt (keyEncipherment)");
        }
        if (signer(suite).isPresent()) return Optional.empty();
        return Optional.of("no credential can sign with a scheme for " + wanted.name()
                + " that the client accepts, on a curve"
                + " that it has"
                + (schemesSaid ? "" : " (it sent no signature_algorithms, which means SHA-1: RFC 5246 7.4.1.4.1)"));
    }

    private Optional<SigningCredential> signer(UsableSuite suite) {
        String wanted = authentication(suite).name();
        List<Credential> fitting = candidates.stream()
                .filter(one -> exchange(suite).fits(one.publicKey()) && mayBeUsed(one, DIGITAL_SIGNATURE))
                .filter(one -> groups.accepts(one.publicKey()))
                .toList();
        return credentials.choose(fitting, scheme -> scheme.authentication().equals(wanted));
    }

    private Optional<Credential> decrypter(UsableSuite suite) {
        boolean decrypts = exchange(suite).decrypts();
        return candidates.stream()
                .filter(one -> exchange(suite).fits(one.publicKey()))
                .filter(one -> !decrypts || mayBeUsed(one, KEY_ENCIPHERMENT))
                .findFirst();
    }

    /** RFC 5246 7.4.2: what the key usage leaves out, the client would refuse. */
    private static boolean mayBeUsed(Credential credential, int bit) {
        boolean[] usage = credential.leaf().getKeyUsage();
        return usage == null || usage[bit];
    }

    private static boolean signs(UsableSuite suite) {
        return authentication(suite).signature() && exchange(suite).params() != KeyExchange.Params.NONE;
    }

    private static Authentication authentication(UsableSuite suite) {
        return suite.suite().authentication();
    }

    private static KeyExchange exchange(UsableSuite suite) {
        return suite.keyExchange()
                .orElseThrow(() -> new IllegalStateException(suite + " is of TLS 1.2 and has no key exchange"));
    }
}
