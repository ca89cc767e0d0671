package dev.relink.proof;

/** The promise was broken. */
final class Violated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violated(String what) {
        super(what);
    }
}
