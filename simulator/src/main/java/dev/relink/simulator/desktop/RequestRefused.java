package dev.relink.simulator.desktop;

/** The request processor refused a whole message set, or died in it: a COM error instead of an answer. */
public final class RequestRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String hresult;
    private final String detail;

    /**
     * @param hresult hexadecimal text as the Web Connector sends it on, such as {@code 0x80040400}
     * @param message the sentence that goes with it
     * @param detail what QuickBooks would tell its log file at most
     */
    public RequestRefused(String hresult, String message, String detail) {
        super(message);
        this.hresult = hresult;
        this.detail = detail;
    }

    /** Hexadecimal text such as {@code 0x80040400}. */
    public String hresult() {
        return hresult;
    }

    /** The sentence that goes with the HRESULT. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** What was wrong, for the person who practises; it must never travel to the application. */
    public String detail() {
        return detail;
    }
}
