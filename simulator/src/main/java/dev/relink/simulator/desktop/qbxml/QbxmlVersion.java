package dev.relink.simulator.desktop.qbxml;

/** A version of qbXML, such as 13.0. */
public record QbxmlVersion(int major, int minor) implements Comparable<QbxmlVersion> {
    /** The first. */
    public static final QbxmlVersion FIRST = new QbxmlVersion(1, 0);

    /** The version, or the first one where the table does not state any. */
    static QbxmlVersion orFirst(String text) {
        return text.isEmpty() ? FIRST : parse(text);
    }

    /** @throws NumberFormatException if that is no version */
    public static QbxmlVersion parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new NumberFormatException("A qbXML version is written as 13.0, not as " + text);
        }
        return new QbxmlVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(QbxmlVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
