package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.handshake.credential.Credential;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A server of a fleet as a process of its own, to be killed. It says its port and ends with its standard input, so it
 * does not outlive a test that fails.
 *
 * @param process where it runs
 * @param address where it listens
 */
record FleetMemberProgram(Process process, InetSocketAddress address) implements AutoCloseable {

    /** Takes the place of Redis, a chain and a key, both in PEM. */
    public static void main(String[] args) throws IOException {
        Credential credential = Credential.pem(Path.of(args[1]), Path.of(args[2]));
        FleetSetup setup = FleetSetup.steady().rotating();
        try (FleetMember member = new FleetMember(RedisPlace.at(args[0]), setup, credential)) {
            member.awaitReady();
            System.out.println(member.address().getPort());
            System.in.readAllBytes();
        }
    }

    static FleetMemberProgram start(RedisServer redis, Path folder) throws IOException {
        Path chain = Files.writeString(folder.resolve("chain.pem"), FleetPeers.ISSUED.chainPem());
        Path key = Files.writeString(folder.resolve("key.pem"), FleetPeers.ISSUED.privateKeyPem());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FleetMemberProgram.class.getName(),
                redis.uri(),
                chain.toString(),
                key.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Not closed: the program says no more, and its end closes it.
        BufferedReader output = process.inputReader();
        String port = output.readLine();
        if (port == null) throw new AssertionError("the server did not start");
        return new FleetMemberProgram(
                process, new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
    }

    /** Ends it without a goodbye, and waits until it is gone with its sockets. */
    void kill() {
        process.destroyForcibly();
        Await.answer(process.onExit());
    }

    @Override
    public void close() {
        kill();
    }
}
