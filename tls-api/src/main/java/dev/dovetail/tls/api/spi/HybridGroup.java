package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.Trait;
import java.util.Set;

/**
 * Two groups as one: shares and secrets are joined in order (draft-ietf-tls-hybrid-design 3). It is data, as a suite is:
 * it names its groups, which any plug-ins may bring, and the catalog joins those implementations of them that it uses. A
 * plug-in extends it, with one line in the constructor, and registers it as a service of this type.
 */
public abstract class HybridGroup {

    private final int code;
    private final String name;
    private final String first;
    private final String second;
    private final int preference;
    private final Set<Trait> traits;

    /**
     * States all of its facts.
     *
     * @param code the number in supported_groups, 0 to 0xffff
     * @param name IANA's spelling
     * @param first the name of the group whose share and secret come first
     * @param second the name of the group whose share and secret come second
     * @param preference where it stands among the defaults: see {@link NamedGroup#preference()}
     * @param traits what to know before enabling it
     */
    protected HybridGroup(int code, String name, String first, String second, int preference, Trait... traits) {
        this.code = code;
        this.name = name;
        this.first = first;
        this.second = second;
        this.preference = preference;
        this.traits = Set.of(traits);
    }

    /**
     * The number in supported_groups.
     *
     * @return 0 to 0xffff
     */
    public final int code() {
        return code;
    }

    /**
     * What it is called.
     *
     * @return IANA's spelling
     */
    public final String name() {
        return name;
    }

    /**
     * Which group comes first.
     *
     * @return its name
     */
    public final String first() {
        return first;
    }

    /**
     * Which group comes second.
     *
     * @return its name
     */
    public final String second() {
        return second;
    }

    /**
     * Where it stands among the defaults: higher comes first.
     *
     * @return as for {@link NamedGroup#preference()}
     */
    public final int preference() {
        return preference;
    }

    /**
     * What to know before enabling it.
     *
     * @return traits, unmodifiable
     */
    public final Set<Trait> traits() {
        return traits;
    }

    /**
     * The group that two implementations make. The catalog does this; tests may.
     *
     * @param one a group of the name {@link #first()}
     * @param two a group of the name {@link #second()}
     * @return a group of TLS 1.3; its implementation is that of both, or the two joined by a plus sign
     */
    public final NamedGroup join(NamedGroup one, NamedGroup two) {
        if (!one.name().equals(first) || !two.name().equals(second)) {
            throw new IllegalArgumentException(
                    name + " is made of " + first + " and " + second + ", not " + one.name() + " and " + two.name());
        }
        return new JoinedGroup(this, one, two);
    }

    /** Its name. */
    @Override
    public final String toString() {
        return name;
    }
}
