package dev.dovetail.tls.jsse.session;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Signature schemes by the JCA's names, which say less: several schemes share one.
 *
 * @param signing those with which we sign
 * @param certificates those that we accept in certificates
 */
public record SchemeNames(List<SignatureScheme> signing, List<SignatureScheme> certificates) {

    /**
     * The schemes of a selection.
     *
     * @param selection what is enabled
     * @return the names
     */
    public static SchemeNames of(Selection selection) {
        return new SchemeNames(selection.signing(), selection.certificates());
    }

    String[] own() {
        return names(certificates.stream());
    }

    /** Numbers of schemes as they are on the wire: an idle connection keeps them, and as objects they were ten times as long. */
    static char[] packed(List<Integer> codes) {
        char[] packed = new char[codes.size()];
        for (int i = 0; i < packed.length; i++) packed[i] = (char) codes.get(i).intValue();
        return packed;
    }

    String[] of(char[] codes) {
        return names(IntStream.range(0, codes.length)
                .mapToObj(i -> (int) codes[i])
                .flatMap(code -> signing.stream().filter(scheme -> scheme.code() == code)));
    }

    private static String[] names(Stream<SignatureScheme> schemes) {
        return schemes.map(SignatureScheme::signatureAlgorithm)
                .flatMap(Optional::stream)
                .distinct()
                .toArray(String[]::new);
    }
}
