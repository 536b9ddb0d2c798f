package dev.dovetail.tls.api.catalog;

import java.util.List;

/**
 * Whether a suite, or a hybrid group, can be used, and if not, what to add.
 *
 * @param suite its name
 * @param reasons why it can't be used, each naming the missing part and the module that has it; empty if it can
 */
public record Explanation(String suite, List<String> reasons) {

    /** Keeps an unmodifiable copy. */
    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /**
     * Whether it can be used.
     *
     * @return true if nothing is missing
     */
    public boolean usable() {
        return reasons.isEmpty();
    }

    @Override
    public String toString() {
        return usable() ? suite + ": usable" : suite + ": " + String.join("; ", reasons);
    }
}
