package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.ProtocolVersion;
import java.util.Arrays;
import java.util.List;

/** The JDK's names of protocol versions. */
public final class Protocols {

    /** TLS 1.3. */
    public static final String TLS_1_3 = "TLSv1.3";

    /** TLS 1.2. */
    public static final String TLS_1_2 = "TLSv1.2";

    private static final List<String> NEWEST_FIRST = List.of(TLS_1_3, TLS_1_2);

    private Protocols() {}

    /**
     * The JDK's name of a version.
     *
     * @param version 1.2 or 1.3
     * @return the name
     */
    public static String name(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLS_1_3) ? TLS_1_3 : TLS_1_2;
    }

    static ProtocolVersion version(String name) {
        return name.equals(TLS_1_3) ? ProtocolVersion.TLS_1_3 : ProtocolVersion.TLS_1_2;
    }

    /** Newest first, or a refusal of what does not exist here. */
    static List<String> checked(String[] names, List<String> supported) {
        List<String> wanted = Arrays.asList(names);
        for (String name : wanted) {
            if (name == null || !supported.contains(name)) {
                throw new IllegalArgumentException(
                        "the protocol " + name + " is not supported; there are " + supported);
            }
        }
        return NEWEST_FIRST.stream().filter(wanted::contains).toList();
    }
}
