package dev.dovetail.tls.cli.demo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dovetail.tls.certificates.Issued;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A server of the demonstration, seen from outside: its process, its port, and what it says. */
final class Member implements AutoCloseable {

    private final String name;
    private final Process process;
    private final List<String> events = new ArrayList<>();
    private int told;
    private int port;

    private Member(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** Starts the process; {@link #await} waits until it listens. */
    static Member start(String name, Sharing sharing, Issued issued) throws IOException {
        boolean redis = sharing.told().containsKey(SharedRedis.TOLD);
        ProcessBuilder builder = new ProcessBuilder(MemberCommand.of(redis));
        // What Redis' client logs is told by the events already.
        Member member = new Member(
                name, builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
        try {
            member.tell("chain " + encoded(issued.chainPem()));
            member.tell("key " + encoded(issued.privateKeyPem()));
            for (Map.Entry<String, String> one : sharing.told().entrySet()) {
                member.tell(one.getKey() + " " + one.getValue());
            }
            member.tell(MemberProgram.GO);
            return member;
        } catch (IOException e) {
            member.close();
            throw e;
        }
    }

    /** Waits until it listens, and hears it from then on. */
    void await() throws IOException {
        BufferedReader output = process.inputReader(UTF_8);
        while (port == 0) {
            String line = output.readLine();
            if (line == null) throw new IOException(name + " did not start");
            if (line.startsWith(MemberProgram.FAILED)) throw new IOException(name + " " + line);
            hear(line);
        }
        Thread reader = new Thread(() -> hearAll(output), name);
        reader.setDaemon(true);
        reader.start();
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** How many events there were so far: a mark for {@link #has}. */
    synchronized int mark() {
        return events.size();
    }

    /** Whether it has told something since a mark that has this text in it. */
    synchronized boolean has(int mark, String text) {
        return events.subList(mark, events.size()).stream().anyMatch(event -> event.contains(text));
    }

    /** What it has told since this was last called. */
    synchronized List<String> news() {
        List<String> news = List.copyOf(events.subList(told, events.size()));
        told = events.size();
        return news;
    }

    /** Removes what it has in a Redis that is somebody else's. */
    void clean() throws IOException {
        tell(MemberProgram.CLEAN);
    }

    /** Ends the process without a goodbye. */
    void kill() {
        Ended.forcibly(process);
    }

    /** The process ends with its input. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // It has ended already.
        }
        Ended.softly(process);
    }

    private void tell(String line) throws IOException {
        BufferedWriter input = process.outputWriter(UTF_8);
        input.write(line + "\n");
        input.flush();
    }

    private void hearAll(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) hear(line);
        } catch (IOException killed) {
            // It says nothing more.
        }
    }

    private synchronized void hear(String line) {
        String[] parts = line.split(" ", 2);
        if (parts[0].equals(MemberProgram.LISTENING)) port = Integer.parseInt(parts[1]);
        if (parts[0].equals(MemberProgram.EVENT)) events.add(parts[1]);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
