package dev.relink.simulator.desktop.qbxml;

/** The {@code <?qbxml version?>} instruction is absent or names a version that is not supported. */
public final class UnsupportedVersion extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedVersion(String version) {
        super("qbXML version \"" + version + "\"", null, false, false);
    }
}
