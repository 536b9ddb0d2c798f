package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.SessionStore;
import dev.dovetail.tls.handshake.session.TicketKeys;
import dev.dovetail.tls.net.TlsStream;
import dev.dovetail.tls.sessions.FileTicketKeys;
import dev.dovetail.tls.sessions.GuardedSessionStore;
import dev.dovetail.tls.sessions.MemorySessionStore;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The examples of docs/sessions.md, to be compiled. */
final class PageExamples {

    private static final System.Logger log = System.getLogger("sessions");

    private PageExamples() {}

    static ClientConfig clients(Selection selection) {
        ClientSessions sessions = ClientSessions.inMemory().servers(200);
        ClientConfig shop = ClientConfig.of(selection)
                .serverName("shop.example")
                .serverPort(443)
                .sessions(sessions)
                .build();
        return shop;
    }

    static ServerConfig servers(Selection selection, Credential credential, TicketKeys keys, SessionStore store) {
        ServerSessions sessions = ServerSessions.with(keys)
                .lifetime(Duration.ofHours(4))
                .tickets(1)
                .store(store)
                .build();
        ServerConfig server = ServerConfig.of(selection)
                .credential(credential)
                .sessions(sessions)
                .build();
        return server;
    }

    static ServerSessions earlyData(TicketKeys keys, SessionStore store) {
        ServerSessions sessions =
                ServerSessions.with(keys).store(store).earlyData(4096).build();
        return sessions;
    }

    static byte[] answers(TlsStream stream, byte[] answer) throws IOException {
        byte[] question = stream.early().input().readAllBytes();
        stream.early().answer(answer, 0, answer.length);
        return question;
    }

    static ClientConfig sendsEarly(Selection selection) {
        ClientConfig client = ClientConfig.of(selection)
                .serverName("shop.example")
                .earlyData(EarlyDataUse.RESEND)
                .build();
        return client;
    }

    static boolean sends(TlsStream stream, byte[] question) throws IOException {
        int sent = stream.early().send(question, 0, question.length);
        stream.output().write(question, sent, question.length - sent);
        boolean taken = stream.info().earlyData() == EarlyDataOutcome.ACCEPTED;
        return taken;
    }

    static TicketKeys ofThisProcess() {
        TicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(24));
        return keys;
    }

    static TicketKeys ofFiles() throws IOException {
        TicketKeys keys = FileTicketKeys.of(Path.of("/run/secrets/ticket-keys"))
                .listener(event -> log.log(System.Logger.Level.INFO, event))
                .build();
        return keys;
    }

    static SessionStore inMemory() {
        MemorySessionStore store = MemorySessionStore.configured()
                .sessions(20_000)
                .bytes(32L << 20)
                .claims(50_000)
                .build();
        return store;
    }

    static SessionStore guarded(SessionStore yours) {
        GuardedSessionStore store = GuardedSessionStore.of(yours)
                .patience(Duration.ofMillis(50))
                .listener(event -> log.log(System.Logger.Level.WARNING, event))
                .build();
        return store;
    }

    static SessionStore inRedis() {
        RedisSessionStore store = RedisSessionStore.at("rediss://tls:password@redis.example:6379/0");
        return store;
    }

    static TicketKeys keysInRedis() throws IOException {
        RedisPlace place =
                RedisPlace.at("rediss://tls:password@redis.example:6379/0").prefixed("shop:");
        Secret encryptionKey = Secret.of(Files.readAllBytes(Path.of("/run/secrets/ticket-kek")));
        RedisTicketKeys keys = RedisTicketKeys.of(place, encryptionKey, Duration.ofHours(24))
                .listener(event -> log.log(System.Logger.Level.INFO, event))
                .build();
        return keys;
    }

    static TicketKeys withTheNextKeyToo(RedisPlace place, Secret old, Secret next) {
        RedisTicketKeys keys = RedisTicketKeys.of(place, old, Duration.ofHours(24))
                .alsoOpening(next)
                .build();
        return keys;
    }

    static RedisPlace overYourClient(RedisClient client) {
        RedisPlace place = RedisPlace.over(client, RedisURI.create("rediss://redis.example"));
        return place;
    }
}
