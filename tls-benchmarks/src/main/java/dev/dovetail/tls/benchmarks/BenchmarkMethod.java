package dev.dovetail.tls.benchmarks;

/** Each method that JMH can measure, and what it is about. */
enum BenchmarkMethod {
    /** Ours, through a connection. */
    RECORDS(Records.class, "dovetail", Work.RECORDS),
    /** A stack's, through a connection. */
    RECORDS_PEER(Records.class, "peer", Work.RECORDS),
    /** The ciphers under both. */
    RECORDS_BARE(Records.class, "bareCipher", Work.RECORDS),
    /** Ours, many short records. */
    SMALL_RECORDS(SmallRecords.class, "dovetail", Work.RECORDS),
    /** A stack's, many short records. */
    SMALL_RECORDS_PEER(SmallRecords.class, "peer", Work.RECORDS),
    /** Our record layer alone. */
    SEALING(RecordSealing.class, "dovetail", Work.RECORDS),
    /** One call of wrap. */
    SEALING_SUNJSSE(RecordSealing.class, "sunJsse", Work.RECORDS),
    /** The cipher alone. */
    SEALING_BARE(RecordSealing.class, "bareCipher", Work.RECORDS),
    /** Our record layer alone. */
    OPENING(RecordOpening.class, "dovetail", Work.RECORDS),
    /** One call of unwrap. */
    OPENING_SUNJSSE(RecordOpening.class, "sunJsse", Work.RECORDS),
    /** The cipher alone. */
    OPENING_BARE(RecordOpening.class, "bareCipher", Work.RECORDS),
    /** Ours, full. */
    HANDSHAKES(Handshakes.class, "dovetail", Work.HANDSHAKES),
    /** A stack's, full. */
    HANDSHAKES_PEER(Handshakes.class, "peer", Work.HANDSHAKES),
    /** Ours, resumed. */
    RESUMPTIONS(Resumptions.class, "dovetail", Work.HANDSHAKES),
    /** A stack's, resumed. */
    RESUMPTIONS_PEER(Resumptions.class, "peer", Work.HANDSHAKES),
    /** A program that makes one handshake. */
    START_UP(StartUp.class, "firstHandshake", Work.PROCESSES),
    /** A program that does nothing. */
    START_UP_EMPTY(StartUp.class, "emptyJvm", Work.PROCESSES),
    /** What ours hold. */
    MEMORY(Memory.class, "dovetail", Work.MEMORY),
    /** What a stack's hold. */
    MEMORY_PEER(Memory.class, "peer", Work.MEMORY),
    /** A group's. */
    KEY_AGREEMENT(KeyAgreement.class, "exchange", Work.PIECES),
    /** A scheme's. */
    SIGN(Signatures.class, "sign", Work.PIECES),
    /** A scheme's. */
    VERIFY(Signatures.class, "verify", Work.PIECES),
    /** Ours. */
    HELLO_PARSING(HelloParsing.class, "dovetail", Work.PIECES),
    /** Ours. */
    KEY_SCHEDULE(KeySchedule.class, "dovetail", Work.PIECES),
    /** Ours. */
    CHAIN(ChainVerification.class, "dovetail", Work.PIECES),
    /** The JDK's. */
    CHAIN_TRUST_MANAGER(ChainVerification.class, "trustManager", Work.PIECES),
    /** A program that looks for plug-ins. */
    DISCOVERY(Discovery.class, "freshJvm", Work.PROCESSES),
    /** A program that does nothing. */
    DISCOVERY_EMPTY(Discovery.class, "emptyJvm", Work.PROCESSES),
    /** The same search once more, without a new process. */
    DISCOVERY_AGAIN(Discovery.class, "again", Work.PIECES);

    private final Class<?> declaring;
    private final String method;
    private final Work work;

    BenchmarkMethod(Class<?> declaring, String method, Work work) {
        this.declaring = declaring;
        this.method = method;
        this.work = work;
    }

    /** Heads a part of the tables: the class's name. */
    String section() {
        return declaring.getSimpleName();
    }

    /** What it is about. */
    Work work() {
        return work;
    }

    /** The pattern by which JMH finds exactly this one. */
    String pattern() {
        return "^" + (declaring.getName() + "." + method).replace(".", "\\.") + "$";
    }

    /** Class and method, without the package. */
    @Override
    public String toString() {
        return section() + "." + method;
    }
}
