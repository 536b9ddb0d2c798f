package javax.net.ssl;

/**
 * The methods that Java 20 has and Java 17 lacks, by their signatures alone, so that every JDK compiles the class that calls
 * them. Never part of the jar.
 */
public class SSLParameters {

    public native String[] getNamedGroups();

    public native void setNamedGroups(String[] names);

    public native String[] getSignatureSchemes();

    public native void setSignatureSchemes(String[] names);
}
