package dev.relink.platform;

/**
 * Relink cannot start, and the message says why and what to do about it, in words for the person at the terminal.
 * It is printed alone, without a stack trace.
 */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
