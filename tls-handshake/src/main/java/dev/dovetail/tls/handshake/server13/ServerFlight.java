package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.ApplicationProtocolExtension;
import dev.dovetail.tls.handshake.extension.CertificateAuthoritiesExtension;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.KeyShare;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Selected;
import dev.dovetail.tls.handshake.extension.ServerNameExtension;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.extension.SupportedVersionsExtension;
import dev.dovetail.tls.handshake.key.ApplicationSecrets;
import dev.dovetail.tls.handshake.key.EarlySecrets;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.Certificate13;
import dev.dovetail.tls.handshake.message.CertificateRequest13;
import dev.dovetail.tls.handshake.message.CertificateVerify;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.negotiation.ContentLimits;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.psk.AcceptedKey;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.KeyInputs;
import dev.dovetail.tls.handshake.tls13.SignedContent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;

/**
 * The server's flight: ServerHello to Finished.
 *
 * @param ask what the client asked for
 * @param choices what was settled
 * @param course keys and transcript, from ServerHello on
 * @param applicationProtocol the protocol of RFC 7301
 */
record ServerFlight(ClientAsk ask, Choices choices, Course course, Optional<String> applicationProtocol) {

    /** Agrees on the secret, then sends everything. */
    static State begin(
            ClientAsk ask,
            Choices choices,
            NamedGroup group,
            KeyShare share,
            boolean retried,
            Transcript transcript,
            Effects effects) {
        Optional<String> protocol = protocol(choices, effects);
        return effects.task(
                "agree on a secret with " + group.name(),
                () -> {
                    try {
                        return group.encapsulate(share.share(), ask.config().random());
                    } catch (IllegalShareException e) {
                        throw Fault.SHARE_ILLEGAL
                                .because("the client's share: %s", e.getMessage())
                                .causedBy(e);
                    }
                },
                agreed -> {
                    Optional<KeyShare> answer = Optional.of(new KeyShare(group.code(), agreed.share()));
                    sendHello(ask, choices, answer, retried, transcript, effects);
                    Course course = course(ask, choices, retried, Optional.of(agreed.secret()), transcript, effects);
                    return new ServerFlight(ask, choices, course, protocol).afterHello(effects);
                },
                choices);
    }

    /** Sends everything under a pre-shared key alone. */
    static State withoutShare(ClientAsk ask, Choices choices, Transcript transcript, Effects effects) {
        Optional<String> protocol = protocol(choices, effects);
        sendHello(ask, choices, Optional.empty(), false, transcript, effects);
        Course course = course(ask, choices, false, Optional.empty(), transcript, effects);
        return new ServerFlight(ask, choices, course, protocol).afterHello(effects);
    }

    private static Optional<String> protocol(Choices choices, Effects effects) {
        choices.applicationProtocol()
                .ifPresent(chosen -> effects.negotiated("application protocol", chosen, "the server's choice"));
        return choices.applicationProtocol();
    }

    private static Course course(
            ClientAsk ask,
            Choices choices,
            boolean retried,
            Optional<Secret> shared,
            Transcript transcript,
            Effects effects) {
        Optional<Secret> preShared =
                choices.proof().preSharedKey().map(taken -> taken.key().key().copy());
        choices.proof().close();
        return Course.begin(
                        choices.suite(),
                        choices.group(),
                        retried,
                        ask.hello().random(),
                        transcript,
                        new KeyInputs(preShared, shared),
                        ask.config().padding(),
                        effects)
                .resuming(choices.resumed());
    }

    private static void sendHello(
            ClientAsk ask,
            Choices choices,
            Optional<KeyShare> share,
            boolean retried,
            Transcript transcript,
            Effects effects) {
        byte[] random = new byte[32];
        ask.config().random().nextBytes(random);
        ExtensionBlock extensions = new ExtensionBlock();
        // Any order would do; this is RFC 8448's.
        choices.proof()
                .preSharedKey()
                .ifPresent(taken -> extensions.with(PreSharedKeyExtension.INSTANCE, new Selected(taken.place())));
        share.ifPresent(answer -> extensions.with(KeyShareExtension.INSTANCE, List.of(answer)));
        extensions.with(SupportedVersionsExtension.INSTANCE, List.of(ProtocolVersion.TLS_1_3.code()));
        ServerHello hello = new ServerHello(
                Site.SERVER_HELLO_13,
                ProtocolVersion.TLS_1_2.code(),
                random,
                ask.hello().sessionId(),
                choices.suite().code(),
                extensions);
        transcript.add(effects.send(HandshakeType.SERVER_HELLO, hello::write));
        // RFC 8446 D.4: behind the first handshake message of the server, if the client plays along.
        if (ask.hello().sessionId().length > 0 && !retried) effects.sendChangeCipherSpec();
    }

    private State afterHello(Effects effects) {
        try {
            installRead(effects);
        } catch (RuntimeException e) {
            course.close();
            choices.close();
            throw e;
        }
        // RFC 8446 5: a client that can't use our ServerHello has no keys yet, and says so without protection.
        effects.acceptPlaintextAlert(true);
        boolean rejected = ask.hello().extensions().has(EarlyDataExtension.INSTANCE)
                && choices.early().isEmpty();
        if (rejected) effects.discardEarlyData(ask.config().sessions().mostEarlyData());
        effects.installWrite(course.write(course.secrets().serverTraffic()), "handshake");
        sendEncryptedExtensions(effects);
        return choices.proof()
                .credential()
                .map(signing -> sign(signing, effects))
                .orElseGet(() -> finish(effects));
    }

    /** What comes next is early data, if we take it. */
    private void installRead(Effects effects) {
        if (choices.early().isEmpty()) {
            effects.installRead(course.read(course.secrets().clientTraffic()), "handshake");
            return;
        }
        EarlySecrets early = choices.early().get();
        effects.installRead(course.read(early.clientTraffic()), "early data");
        early.clientTraffic().close();
        long most = choices.resumed().orElseThrow().mostEarlyData();
        effects.beginEarlyReading(most, Exporter.tls13(early.hkdf(), early.exporter()));
    }

    private void sendEncryptedExtensions(Effects effects) {
        ServerConfig config = ask.config();
        ExtensionBlock answers = new ExtensionBlock();
        answers.with(
                SupportedGroupsExtension.INSTANCE,
                config.selection().groups().stream()
                        .filter(group -> group.versions().contains(ProtocolVersion.TLS_1_3))
                        .map(NamedGroup::code)
                        .toList());
        ContentLimits limits = ContentLimits.accept(ask.hello().extensions(), config.recordSizeLimit(), 1, answers);
        if (ask.serverName().isPresent()) answers.with(ServerNameExtension.INSTANCE, Optional.empty());
        applicationProtocol.ifPresent(
                protocol -> answers.with(ApplicationProtocolExtension.INSTANCE, List.of(protocol)));
        if (choices.early().isPresent()) answers.with(EarlyDataExtension.INSTANCE, OptionalLong.empty());
        ask.dialogue().accept(ask.hello().extensions(), ask.version(), ask.serverName(), answers);
        // RFC 8449 4: early data goes by a limit of before, so ours holds from the next keys on.
        effects.contentLimits(choices.early().isPresent() ? 1 << 14 : limits.read(), limits.write());
        send(HandshakeType.ENCRYPTED_EXTENSIONS, out -> answers.write(Site.ENCRYPTED_EXTENSIONS, out), effects);
    }

    private CertificateRequest13 request() {
        ServerConfig config = ask.config();
        List<Integer> schemes = codes(config.selection().verifying());
        List<Integer> certificates = codes(config.selection().certificates());
        ExtensionBlock extensions = new ExtensionBlock().with(SignatureAlgorithmsExtension.INSTANCE, schemes);
        if (!certificates.equals(schemes)) {
            extensions.with(SignatureAlgorithmsExtension.FOR_CERTIFICATES, certificates);
        }
        List<X500Principal> authorities =
                CertificateAuthoritiesExtension.sendable(config.verifier().authorities());
        if (!authorities.isEmpty()) extensions.with(CertificateAuthoritiesExtension.INSTANCE, authorities);
        return new CertificateRequest13(new byte[0], extensions);
    }

    private State sign(SigningCredential signing, Effects effects) {
        if (asksForCertificate()) send(HandshakeType.CERTIFICATE_REQUEST, request()::write, effects);
        Certificate13 certificate =
                Certificate13.of(new byte[0], signing.credential().encodedChain());
        send(HandshakeType.CERTIFICATE, certificate::write, effects);
        SignatureScheme scheme = signing.scheme();
        effects.negotiated("own signature scheme", scheme.name(), "our first that fits the key and the client");
        byte[] content = SignedContent.of(Role.SERVER, course.transcript().hash());
        return effects.task(
                "sign CertificateVerify",
                () -> scheme.sign(
                        signing.credential().key(), content, ask.config().random()),
                signature -> {
                    CertificateVerify verify = new CertificateVerify(scheme.code(), signature);
                    send(HandshakeType.CERTIFICATE_VERIFY, verify::write, effects);
                    return finish(effects);
                },
                course);
    }

    private State finish(Effects effects) {
        byte[] verifyData = course.finished(course.secrets().serverTraffic());
        send(HandshakeType.FINISHED, out -> out.bytes("verify_data", verifyData), effects);
        ApplicationSecrets secrets =
                ApplicationSecrets.of(course.secrets(), course.transcript().hash());
        effects.secret("CLIENT_TRAFFIC_SECRET_0", course.clientRandom(), secrets.clientTraffic());
        effects.secret("SERVER_TRAFFIC_SECRET_0", course.clientRandom(), secrets.serverTraffic());
        effects.secret("EXPORTER_SECRET", course.clientRandom(), secrets.exporter());
        effects.installWrite(course.write(secrets.serverTraffic()), "application 0");
        ServerWait kept = new ServerWait(ask, choices, course, secrets, applicationProtocol);
        Optional<AcceptedKey> key = choices.proof().preSharedKey();
        if (key.isPresent()) {
            AwaitClientFinished next =
                    AwaitClientFinished.withKey(kept, key.get().key());
            return choices.early().isPresent() ? new AwaitEndOfEarlyData(next) : next;
        }
        return asksForCertificate() ? new AwaitClientCertificate(kept) : AwaitClientFinished.ofAnonymous(kept);
    }

    private boolean asksForCertificate() {
        return ask.config().clientAuthentication() != ClientAuthentication.NONE;
    }

    private void send(int type, Consumer<WireWriter> body, Effects effects) {
        course.transcript().add(effects.send(type, body));
    }

    private static List<Integer> codes(List<SignatureScheme> schemes) {
        return schemes.stream().map(SignatureScheme::code).toList();
    }
}
