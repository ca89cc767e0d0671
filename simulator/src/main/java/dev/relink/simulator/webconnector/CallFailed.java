package dev.relink.simulator.webconnector;

/** A SOAP call got no answer, a fault, or something that is not this service's answer. It is never tried again. */
final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    CallFailed(String message) {
        super(message);
    }

    CallFailed(String message, Throwable cause) {
        super(message, cause);
    }

    String text() {
        String text = getMessage();
        return text == null ? "" : text;
    }
}
