package dev.dovetail.tls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpInputTest {

    @Test
    void readsRequestsBehindBodiesOfBothForms() throws IOException {
        HttpInput input = input("POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
                + "POST /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: v\r\n\r\n"
                + "\r\nGET /c HTTP/1.0\r\n\r\n");
        for (String line : new String[] {"POST /a HTTP/1.1", "POST /b HTTP/1.1", "GET /c HTTP/1.0"}) {
            HttpRequest request = input.next().orElseThrow();
            assertThat(request.line()).isEqualTo(line);
            assertThat(request.keepsAlive()).isEqualTo(line.endsWith("1.1"));
            input.skipBody(request);
        }
        assertThat(input.next()).isEmpty();
    }

    @Test
    void joinsFieldsOfOneName() throws IOException {
        HttpRequest request = input("GET / HTTP/1.1\r\nA: 1\r\na:2 \r\nConnection: close\r\n\r\n")
                .next()
                .orElseThrow();
        assertThat(request.field("a")).isEqualTo("1, 2");
        assertThat(request.keepsAlive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\1\2\3\n",
                "GET / HTTP/2.0\r\n\r\n",
                "GET / HTTP/1.1\r\nno field\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x",
                "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nshort",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nlonger\r\n"
            })
    void refusesWhatIsNoRequest(String text) {
        HttpInput input = input(text);
        assertThatThrownBy(() -> input.skipBody(input.next().orElseThrow())).isInstanceOf(ProtocolException.class);
    }

    @Test
    void refusesAHeadWithoutAnEnd() {
        HttpInput input = input("GET /" + "x".repeat(100_000));
        assertThatThrownBy(input::next).isInstanceOf(ProtocolException.class).hasMessageContaining("too long");
    }

    private static HttpInput input(String text) {
        return new HttpInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
