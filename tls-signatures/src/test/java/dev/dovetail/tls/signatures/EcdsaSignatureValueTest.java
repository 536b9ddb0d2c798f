package dev.dovetail.tls.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.testkit.Hex;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcdsaSignatureValueTest {

    private static final BigInteger ORDER = PrimeCurve.SECP521R1.order();

    @ParameterizedTest
    @ValueSource(strings = {"30 06 02 01 01 02 01 01", "30 08 02 02 00 80 02 02 00 ff", "30 07 02 01 7f 02 02 01 00"})
    void readsAndWritesTheOneEncoding(String der) {
        EcdsaSignatureValue value =
                EcdsaSignatureValue.parse(Hex.bytes(der), ORDER).orElseThrow();
        assertThat(value.toDer()).isEqualTo(Hex.bytes(der));
    }

    @Test
    void readsAndWritesALengthOfTwoBytes() {
        BigInteger largest = ORDER.subtract(BigInteger.ONE);
        byte[] der = new EcdsaSignatureValue(largest, largest).toDer();
        assertThat(Hex.text(der)).startsWith("308188" + "0242" + "01ff");
        assertThat(EcdsaSignatureValue.parse(der, ORDER)).contains(new EcdsaSignatureValue(largest, largest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "30", // no length
                "30 00", // no numbers
                "31 06 02 01 01 02 01 01", // a SET
                "30 06 02 01 01 04 01 01", // an OCTET STRING
                "30 05 02 01 01 02 01 01", // the sequence is shorter than its contents
                "30 07 02 01 01 02 01 01", // and longer
                "30 06 02 01 01 02 01 01 00", // a byte behind it
                "30 07 02 01 01 02 01 01 00", // a byte behind the numbers
                "30 09 02 01 01 02 01 01 02 01 01", // a third number
                "30 03 02 01 01", // one number
                "30 05 02 00 02 01 01", // an empty number
                "30 06 02 02 01 02 01 01", // r swallows the tag of s
                "30 06 02 01 01 02 02 01", // s is longer than what is there
                "30 07 02 02 00 01 02 01 01", // a needless zero
                "30 06 02 01 00 02 01 01", // r is 0 (CVE-2022-21449)
                "30 06 02 01 01 02 01 00", // s is 0
                "30 06 02 01 81 02 01 01", // r is negative
                "30 06 02 01 01 02 01 ff", // s is negative
                "30 81 06 02 01 01 02 01 01", // a length of two bytes where one does
                "30 82 00 06 02 01 01 02 01 01", // or of three
                "30 80 02 01 01 02 01 01 00 00", // no length
                "30 07 02 81 01 01 02 01 01", // a longer length of a number
                "30 81", // cut
            })
    void refusesEverythingElse(String der) {
        assertThat(EcdsaSignatureValue.parse(Hex.bytes(der), ORDER)).isEmpty();
    }

    @Test
    void refusesNumbersFromTheOrderOn() {
        BigInteger one = BigInteger.ONE;
        for (BigInteger large : new BigInteger[] {ORDER, ORDER.add(one), ORDER.multiply(BigInteger.TWO)}) {
            assertThat(EcdsaSignatureValue.parse(new EcdsaSignatureValue(large, one).toDer(), ORDER))
                    .isEmpty();
            assertThat(EcdsaSignatureValue.parse(new EcdsaSignatureValue(one, large).toDer(), ORDER))
                    .isEmpty();
        }
    }
}
