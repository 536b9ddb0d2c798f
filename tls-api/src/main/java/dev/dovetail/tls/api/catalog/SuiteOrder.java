package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.Comparator;

/**
 * The order in which suites are preferred unless the user says otherwise. It looks at facts of the parts, never at names
 * or numbers, but for a last tie.
 */
final class SuiteOrder {

    /**
     * Newer versions first, then what is recommended, then the stronger form, then the cipher's own preference, then
     * elliptic curves before finite fields, which cost many times as much, then ECDSA before RSA.
     */
    static final Comparator<UsableSuite> DEFAULT = Comparator.comparing(SuiteOrder::newest, Comparator.reverseOrder())
            .thenComparing(suite -> suite.suite().has(Trait.RECOMMENDED) ? 0 : 1)
            .thenComparing(SuiteOrder::weakness)
            .thenComparing(suite -> suite.cipher().preference(), Comparator.reverseOrder())
            .thenComparing(suite -> isElliptic(suite) ? 0 : 1)
            .thenComparing(suite -> suite.suite().authentication().equals(Authentication.ECDSA) ? 0 : 1)
            .thenComparing(UsableSuite::code);

    private SuiteOrder() {}

    private static ProtocolVersion newest(UsableSuite suite) {
        return suite.suite().versions().stream().max(Comparator.naturalOrder()).orElse(new ProtocolVersion(0));
    }

    private static boolean isElliptic(UsableSuite suite) {
        return suite.keyExchange()
                .flatMap(KeyExchange::groups)
                .filter(NamedGroup.Kind.ELLIPTIC_CURVE::equals)
                .isPresent();
    }

    private static int weakness(UsableSuite suite) {
        int weakness = suite.cipher() instanceof AeadCipher ? 0 : 1;
        if (suite.suite().has(Trait.NO_FORWARD_SECRECY)) weakness += 2;
        if (suite.suite().traits().stream().anyMatch(Trait::mustBeNamed)) weakness += 4;
        return weakness;
    }
}
