package dev.dovetail.tls.api;

import java.util.Optional;

/**
 * A fault that happened: the constant, and what exactly was wrong. The engine turns it into an alert in one place;
 * programs branch on {@link #fault()}, people read {@link #getMessage()}.
 */
public final class TlsFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String detail;
    private final transient Optional<NegotiationReport> report;
    private final transient Optional<Alert> received;

    /**
     * A fault with its detail.
     *
     * @param fault which rule was broken
     * @param detail what came and what was wanted; never a secret; control characters in it are escaped
     */
    public TlsFault(Fault fault, String detail) {
        this(fault, Printable.of(detail), Optional.empty(), Optional.empty(), null);
    }

    private TlsFault(
            Fault fault,
            String detail,
            Optional<NegotiationReport> report,
            Optional<Alert> received,
            @org.jspecify.annotations.Nullable Throwable cause) {
        super(
                fault + ": " + detail + " [" + told(fault, received) + fault.section() + "]"
                        + report.map(r -> System.lineSeparator() + r).orElse(""),
                cause);
        this.fault = fault;
        this.detail = detail;
        this.report = report;
        this.received = received;
    }

    /**
     * The end of a connection by the peer's fatal alert.
     *
     * @param alert what the peer sent
     * @return the fault {@link Fault#ALERT_RECEIVED}
     */
    public static TlsFault received(Alert alert) {
        return new TlsFault(Fault.ALERT_RECEIVED, "the peer sent " + alert, Optional.empty(), Optional.of(alert), null);
    }

    /**
     * The same fault with the exception that led to it.
     *
     * @param cause where it came from
     * @return a new fault
     */
    public TlsFault causedBy(Throwable cause) {
        return new TlsFault(fault, detail, report, received, cause);
    }

    /**
     * The same fault with what both sides offered.
     *
     * @param report offers, and the rule that removed each candidate
     * @return a new fault
     */
    public TlsFault with(NegotiationReport report) {
        return new TlsFault(fault, detail, Optional.of(report), received, getCause());
    }

    /**
     * The stable, machine-readable kind.
     *
     * @return the constant
     */
    public Fault fault() {
        return fault;
    }

    /**
     * What exactly was wrong.
     *
     * @return one line, without the constant's name and the rule
     */
    public String detail() {
        return detail;
    }

    /**
     * The alert of this fault: sent by us, or for {@link Fault#ALERT_RECEIVED} the one that came.
     *
     * @return the alert
     */
    public Alert alert() {
        return received.orElse(fault.alert());
    }

    /**
     * Both sides' offers, where a negotiation failed.
     *
     * @return the report
     */
    public Optional<NegotiationReport> report() {
        return report == null ? Optional.empty() : report;
    }

    private static String told(Fault fault, Optional<Alert> received) {
        return fault.answered()
                ? fault.alert() + ", "
                : received.map(alert -> alert + ", ").orElse("");
    }
}
