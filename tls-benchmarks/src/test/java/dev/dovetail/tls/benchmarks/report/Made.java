package dev.dovetail.tls.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs that were never measured: shapes like real ones, from a formula and a fixed seed. */
public final class Made {

    private static final List<Integer> SIZES = List.of(64, 256, 1024, 4096, 16384);
    private static final int ITERATIONS = 5;

    private final Random random;
    private final double speed;
    private final double ownSpeed;
    private final List<Figure> figures = new ArrayList<>();

    private Made(long seed, double speed, double ownSpeed) {
        this.random = new Random(seed);
        this.speed = speed;
        this.ownSpeed = ownSpeed;
    }

    /** A figure with some iterations, of which the second is the best. */
    public static Figure figure(String by, Side side, double best) {
        return figure("Records", "TLS_X", 1024, by, side, List.of(best * 1.02, best, best * 1.01), 100.0);
    }

    /** A figure of anything; the contender is the label's first word, the implementation its last. */
    public static Figure figure(
            String section, String subject, int size, String by, Side side, List<Double> values, Double allocated) {
        String implementation = by.contains(", ") ? by.substring(by.indexOf(", ") + 2) : "";
        String contender = by.startsWith("Dovetail JSSE")
                ? "dovetail-jsse"
                : side == Side.FLOOR ? "bare" : by.replaceAll(",.*", "").toLowerCase(java.util.Locale.ROOT);
        Unit unit = section.equals("Memory") ? Unit.BYTES : Unit.NANOSECONDS;
        return new Figure(
                section, subject, size, side, contender, by, implementation, unit, values, allocated, 1, false);
    }

    /** A run of some figures on a machine that does not exist. */
    public static Run run(List<Figure> figures) {
        return run(17, figures);
    }

    /** The same with another JDK. */
    public static Run run(int jdk, List<Figure> figures) {
        return new Run(
                "2026-01-02T03:04:05Z",
                1623,
                "dovetail bench --json <run> & more",
                true,
                new Machine("A \"fast\" <processor>", 8, "Linux 6, amd64"),
                new Jdk(jdk, jdk + ".0.1+2", "Nobody", "A VM, mixed mode", "G1", List.of("-Xms1g", "-Xmx1g")),
                "1 JVM for each benchmark",
                Map.of("JMH", "1.37"),
                List.of(new Absent("accp", "its jar has no native library for this <system>")),
                List.of(),
                figures);
    }

    /** A run with each kind of section, on a machine of some speed, of our stack at some speed. */
    public static Run whole(int jdk, long seed, double speed, double ownSpeed) {
        Made made = new Made(seed, speed, ownSpeed);
        made.records("TLS_AES_128_GCM_SHA256", 0.05);
        made.records("TLS_CHACHA20_POLY1305_SHA256", 0.3);
        made.handshakes("Handshakes", 1);
        made.handshakes("Resumptions", 0.4);
        made.one("StartUp", "first handshake", 400_000_000, 520_000_000);
        made.one("Memory", "idle pair after a handshake", 7_400, 61_000);
        return run(jdk, made.figures);
    }

    private void records(String suite, double perByte) {
        for (int size : SIZES) {
            double bare = 700 + size * perByte;
            add("Records", suite, size, "Dovetail, JDK", Side.OWN, bare * 1.15, 2100);
            add("Records", suite, size, "Dovetail, BouncyCastle", Side.OWN, bare * 6, 900);
            add("Records", suite, size, "bare cipher, JDK", Side.FLOOR, bare, 2000);
            add("Records", suite, size, "Dovetail JSSE, heap", Side.OWN, bare * 1.4, 2300);
            add("Records", suite, size, "SunJSSE, heap", Side.PEER, bare * 2.4 + 400, 5600);
            add("Records", suite, size, "SunJSSE, direct", Side.PEER, bare * 3.6 + 400, 8100);
            add("Records", suite, size, "Conscrypt, heap", Side.PEER, 1500 + size * perByte * 1.1, 80);
            add("Records", suite, size, "tcnative, direct", Side.PEER, 800 + size * perByte * 1.05, 320);
        }
    }

    private void handshakes(String section, double part) {
        for (String kind : List.of("TLS13_ECDSA_X25519", "TLS13_RSA_X25519", "TLS12_ECDHE_ECDSA")) {
            add(section, kind, 0, "Dovetail", Side.OWN, 900_000 * part, 380_000);
            add(section, kind, 0, "Dovetail, JDK", Side.OWN, 1_400_000 * part, 330_000);
            add(section, kind, 0, "SunJSSE, heap", Side.PEER, 2_100_000 * part, 260_000);
            add(section, kind, 0, "Conscrypt, heap", Side.PEER, 350_000 * part, 24_000);
        }
    }

    private void one(String section, String subject, double own, double peer) {
        add(section, subject, 0, "Dovetail", Side.OWN, own, 0);
        add(section, subject, 0, "SunJSSE, heap", Side.PEER, peer, 0);
    }

    private void add(String section, String subject, int size, String by, Side side, double mean, double allocated) {
        List<Double> values = new ArrayList<>();
        double centre = section.equals("Memory") ? mean : mean / speed / (by.startsWith("Dovetail") ? ownSpeed : 1);
        for (int i = 0; i < ITERATIONS; i++) values.add(centre * (1 + random.nextGaussian() * 0.02));
        figures.add(figure(section, subject, size, by, side, values, allocated == 0 ? null : allocated));
    }
}
