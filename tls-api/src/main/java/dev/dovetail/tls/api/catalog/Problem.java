package dev.dovetail.tls.api.catalog;

/**
 * Something that is wrong with a plug-in. It never stops the others.
 *
 * @param subject the class, part or suite
 * @param reason one sentence for a person
 */
public record Problem(String subject, String reason) {

    @Override
    public String toString() {
        return subject + ": " + reason;
    }
}
