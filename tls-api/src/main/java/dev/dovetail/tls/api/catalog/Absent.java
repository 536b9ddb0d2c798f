package dev.dovetail.tls.api.catalog;

/**
 * A part or suite that one of Dovetail's own modules brings, but that is not here.
 *
 * @param kind what it is: {@code suite}, {@code key exchange}, {@code cipher}, {@code MAC}, {@code hash}, {@code group} or
 *     {@code signature scheme}
 * @param name its name, in the spelling of IANA or of the RFC
 * @param module the artifact of {@code dev.dovetail} that has it
 */
public record Absent(String kind, String name, String module) {

    @Override
    public String toString() {
        return kind + " " + name + ": add dev.dovetail:" + module;
    }
}
