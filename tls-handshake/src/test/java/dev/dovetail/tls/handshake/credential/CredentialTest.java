package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    @ParameterizedTest
    @CsvSource({
        "rsa.crt.pem, rsa.pkcs8.pem, RSA",
        "rsa.crt.pem, rsa.pkcs1.pem, RSA",
        "rsa-pss.crt.pem, rsa-pss.pkcs8.pem, RSASSA-PSS",
        "ec.crt.pem, ec.pkcs8.pem, EC",
        "ec.crt.pem, ec.sec1.pem, EC",
        "ec.crt.pem, ec-curve-beside.sec1.pem, EC",
        "ec384.crt.pem, ec384.sec1.pem, EC",
        "ed25519.crt.pem, ed25519.pkcs8.pem, EdDSA",
        "ed448.crt.pem, ed448.pkcs8.pem, EdDSA"
    })
    void readsKeysOfEveryKindAndForm(String chain, String key, String algorithm) throws Exception {
        Credential fromFiles = Credential.pem(Fixture.path(chain), Fixture.path(key));
        Credential fromText = Credential.pem(Fixture.text(chain), Fixture.text(key));

        assertThat(fromFiles.key().getAlgorithm()).isEqualTo(algorithm);
        assertThat(fromText.key()).isEqualTo(fromFiles.key());
        assertThat(fromText.publicKey()).isEqualTo(fromText.leaf().getPublicKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encrypted-aes256-sha256.pem",
                "encrypted-aes128-sha1.pem",
                "encrypted-aes256-sha512.pem",
                "encrypted-pkcs12-3des.pem"
            })
    void opensEncryptedKeys(String key) throws Exception {
        char[] password = "correct-horse".toCharArray();

        Credential opened = Credential.pem(Fixture.path("ec.crt.pem"), Fixture.path(key), password);

        assertThat(number(opened)).isEqualTo(number(ec()));
        assertThat(password).containsExactly("correct-horse".toCharArray());
    }

    @Test
    void encryptedKeyNeedsItsPassword() {
        String chain = Fixture.text("ec.crt.pem");
        String key = Fixture.text("encrypted-aes256-sha256.pem");

        assertThatThrownBy(() -> Credential.pem(chain, key))
                .hasMessage("the key: the private key is encrypted: give its password");
        assertThatThrownBy(() -> Credential.pem(chain, key, "wrong".toCharArray()))
                .hasMessage("the key: the password does not open the private key");
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted-scrypt.pem, in a way that this JDK does not have",
        "encrypted-old.pem, one round of MD5",
        "ec-no-curve.sec1.pem, no EC PARAMETERS block",
        "ec-explicit.sec1.pem, -param_enc named_curve",
        "sm2.sec1.pem, curve 1.2.156.10197.1.301",
        "ec.crt.pem, 'wanted a PRIVATE KEY, RSA PRIVATE KEY, EC PRIVATE KEY or ENCRYPTED PRIVATE KEY block, found CERTIFICATE'"
    })
    void saysWhatToDoWithKeysThatCantBeUsed(String key, String advice) {
        assertThatThrownBy(() ->
                        Credential.pem(Fixture.path("ec.crt.pem"), Fixture.path(key), "correct-horse".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(advice);
    }

    @Test
    void chainAndKeyMayShareOneFileInEitherOrder() {
        String chain = Fixture.text("ec.crt.pem") + Fixture.text("root.crt.pem");
        String key = Fixture.text("ec.sec1.pem");

        Credential keyFirst = Credential.pem(key + "some text\n" + chain, key + chain);
        Credential chainFirst = Credential.pem(chain + key, chain + key);

        assertThat(keyFirst.chain()).isEqualTo(chainFirst.chain()).hasSize(2);
        assertThat(keyFirst.key()).isEqualTo(chainFirst.key());
    }

    @Test
    void refusesTwoKeysAndNoCertificate() {
        String chain = Fixture.text("ec.crt.pem");
        String key = Fixture.text("ec.pkcs8.pem");

        assertThatThrownBy(() -> Credential.pem(chain, key + key))
                .hasMessage("the key: wanted one private key, found PRIVATE KEY, PRIVATE KEY");
        assertThatThrownBy(() -> Credential.pem(key, key))
                .hasMessage("the chain: wanted a CERTIFICATE block, found PRIVATE KEY");
        assertThatThrownBy(() -> Credential.pem("", key)).hasMessageContaining("no PEM block at all");
        assertThatThrownBy(() -> Credential.pem(Fixture.text("trusted.crt.pem"), key))
                .hasMessageContaining("found TRUSTED CERTIFICATE; write it as a plain one");
        assertThatThrownBy(() -> Credential.pem("-----BEGIN CERTIFICATE-----\nAAEC\n-----END CERTIFICATE-----", key))
                .hasMessageContaining("the chain: certificate 1 can't be parsed");
    }

    @Test
    void missingFileIsAnIoException() {
        assertThatThrownBy(() -> Credential.pem(Path.of("no-such-file.pem"), Fixture.path("ec.sec1.pem")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa.crt.pem, rsa-other.pkcs8.pem",
        "ec.crt.pem, ec-other.sec1.pem",
        "ec.crt.pem, ec384.sec1.pem",
        "ec.crt.pem, secp256k1.sec1.pem",
        "ec384.crt.pem, ec.sec1.pem",
        "ed25519.crt.pem, ed448.pkcs8.pem",
        "rsa.crt.pem, ec.sec1.pem",
        "ec.crt.pem, ed25519.pkcs8.pem",
        "rsa-pss.crt.pem, rsa.pkcs8.pem"
    })
    void refusesKeyOfAnotherCertificate(String chain, String key) {
        assertThatThrownBy(() -> Credential.pem(Fixture.text(chain), Fixture.text(key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not belong to the first certificate");
    }

    @Test
    void saysWhichCertificateTheKeyBelongsTo() {
        String chain = Fixture.text("root.crt.pem") + Fixture.text("ec.crt.pem");

        assertThatThrownBy(() -> Credential.pem(chain, Fixture.text("ec.sec1.pem")))
                .hasMessage("the key belongs to certificate 2 of the chain (CN=ec.test): that one has to come first");
    }

    @Test
    void refusesEmptyChain() {
        PrivateKey key = ec().key();

        assertThatThrownBy(() -> Credential.of(List.of(), key)).hasMessageContaining("without certificates");
    }

    @Test
    void takesKeyThatDoesNotShowItself() {
        Credential visible = ec();
        PrivateKey hidden = new HiddenKey("EC");

        assertThat(Credential.of(visible.chain(), hidden).key()).isSameAs(hidden);
        assertThatThrownBy(() -> Credential.of(visible.chain(), new HiddenKey("RSA")))
                .hasMessageContaining("the RSA key does not belong");
    }

    @Test
    void encodesTheChainOnce() throws Exception {
        Credential credential = ec();

        assertThat(credential.encodedChain()).hasSize(1);
        assertThat(credential.encodedChain().get(0)).isEqualTo(credential.leaf().getEncoded());
        assertThat(credential.encodedChain().get(0))
                .isSameAs(credential.encodedChain().get(0));
        assertThatThrownBy(() -> credential.encodedChain().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void namesTheHostsOfItsCertificate() {
        assertThat(ec().names("EC.test")).isTrue();
        assertThat(ec().names("other.test")).isFalse();
        assertThat(ec().names("not a host")).isFalse();
    }

    @Test
    void printsWhoseItIsButNotTheKey() {
        assertThat(ec().toString())
                .matches("Credential\\[CN=ec\\.test, for ec\\.test, EC 256, until 2126-[0-9T:-]+Z, 1 certificate]");
        assertThat(Credential.pem(Fixture.text("rsa.crt.pem"), Fixture.text("rsa.pkcs8.pem")))
                .hasToString("Credential[CN=rsa.test, for rsa.test, RSA 2048, until "
                        + Fixture.certificate("rsa").getNotAfter().toInstant() + ", 1 certificate]");
        assertThat(Credential.pem(Fixture.text("ed448.crt.pem"), Fixture.text("ed448.pkcs8.pem"))
                        .toString())
                .contains("Ed448");
    }

    @Test
    void readsPkcs12(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("ec.p12"), Fixture.base64("ec.p12.base64"));

        List<Credential> found = Credential.pkcs12(file, "correct-horse".toCharArray());

        assertThat(found).hasSize(1);
        assertThat(number(found.get(0))).isEqualTo(number(ec()));
        assertThat(found.get(0).chain()).isEqualTo(ec().chain());
        assertThatThrownBy(() -> Credential.pkcs12(file, "wrong".toCharArray())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Credential.pkcs12(Fixture.path("ec.sec1.pem"), "x".toCharArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void takesEveryKeyOfAKeyStoreInTheOrderOfAliases() throws Exception {
        char[] password = "correct-horse".toCharArray();
        Credential rsa = Credential.pem(Fixture.text("rsa.crt.pem"), Fixture.text("rsa.pkcs8.pem"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        assertThatThrownBy(() -> Credential.of(store, password)).hasMessageContaining("no private key");
        store.setKeyEntry("b", ec().key(), password, new X509Certificate[] {ec().leaf()});
        store.setKeyEntry("a", rsa.key(), password, new X509Certificate[] {rsa.leaf()});
        store.setCertificateEntry("root", Fixture.certificate("root"));

        assertThat(Credential.of(store, password))
                .extracting(Credential::leaf)
                .containsExactly(rsa.leaf(), ec().leaf());
        assertThatThrownBy(() -> Credential.of(store, "wrong".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be had");
    }

    /** Two encodings of one key, with and without the public half, are not equal to the JDK. */
    private static BigInteger number(Credential credential) {
        return ((ECPrivateKey) credential.key()).getS();
    }

    private static Credential ec() {
        return Credential.pem(Fixture.text("ec.crt.pem"), Fixture.text("ec.sec1.pem"));
    }

    /** As an HSM shows its keys. */
    private record HiddenKey(String algorithm) implements PrivateKey {

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }
}
