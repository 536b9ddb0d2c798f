package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dovetail.tls.api.spi.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A contract of parts whose results are published: {@link #vectors()} names files, and each vector that is about the part
 * is computed.
 *
 * @param <P> the kind of part
 */
public abstract class VectorContract<P extends Part> extends PartContract<P> {

    private static final int MOST_REPORTED = 10;

    /** For the contracts of this kit. */
    VectorContract() {}

    /**
     * Files on the class path with published vectors. A {@code .json} file has Wycheproof's form; any other has lines of
     * {@code name = hexadecimal value}, an empty line between two vectors, and {@code #} in front of comments. The names
     * are those of Wycheproof; a line {@code result = invalid} marks what must be refused. Vectors that are not about the
     * part, since a length is another, are passed over; at least one of each file must be about it.
     *
     * @return places as for {@link Class#getResourceAsStream}; none unless overridden, and then the test is skipped
     */
    protected List<String> vectors() {
        return List.of();
    }

    /** What a vector needs in order to be about this part, for messages. */
    abstract String wanted();

    abstract boolean concerns(Vectors.Case vector);

    /** Throws if the part does not do what the vector says. */
    abstract void check(Vectors.Case vector) throws Exception;

    @Test
    void agreesWithPublishedVectors() {
        assumeFalse(
                vectors().isEmpty(),
                () -> name() + ": no vectors; override vectors() and name a file with published ones");
        for (String file : vectors()) {
            Vectors vectors = Vectors.load(getClass(), file);
            List<Vectors.Case> picked =
                    vectors.cases().stream().filter(this::concerns).toList();
            assertThat(picked)
                    .as(
                            "%s: vectors of %s that are about it, out of %d: they need %s",
                            name(), file, vectors.cases().size(), wanted())
                    .isNotEmpty();
            List<String> failures = new ArrayList<>();
            for (Vectors.Case vector : picked) {
                try {
                    check(vector);
                } catch (Exception | AssertionError e) {
                    failures.add(vector.label() + ": " + e);
                }
            }
            assertThat(failures.stream().limit(MOST_REPORTED))
                    .as("%s: %d of %d vectors of %s fail, the first are", name(), failures.size(), picked.size(), file)
                    .isEmpty();
        }
    }
}
