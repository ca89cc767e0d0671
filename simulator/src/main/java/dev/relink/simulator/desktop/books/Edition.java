package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.qbxml.QbxmlVersion;
import java.util.List;
import java.util.stream.Stream;

/** A QuickBooks product as its HostQuery introduces it. */
public enum Edition {
    QUICKBOOKS_2006("QuickBooks Pro 2006", 16, "5.0"),
    QUICKBOOKS_2014("QuickBooks Pro 2014", 24, "13.0"),
    QUICKBOOKS_2024("QuickBooks Premier 2024", 34, "16.0");

    private final String productName;
    private final int majorVersion;
    private final List<QbxmlVersion> versions;

    Edition(String productName, int majorVersion, String newest) {
        this.productName = productName;
        this.majorVersion = majorVersion;
        this.versions = versionsUpTo(QbxmlVersion.parse(newest));
    }

    public String productName() {
        return productName;
    }

    public int majorVersion() {
        return majorVersion;
    }

    /** The versions of qbXML that it understands, oldest first. */
    public List<QbxmlVersion> versions() {
        return versions;
    }

    private static List<QbxmlVersion> versionsUpTo(QbxmlVersion newest) {
        return Versions.KNOWN.stream()
                .filter(version -> version.compareTo(newest) <= 0)
                .toList();
    }

    /** In a class of its own because the constants of an enum exist before its static fields. */
    private static final class Versions {
        static final List<QbxmlVersion> KNOWN = Stream.of(
                        "1.0", "1.1", "2.0", "2.1", "3.0", "4.0", "4.1", "5.0", "6.0", "7.0", "8.0", "9.0", "10.0",
                        "11.0", "12.0", "13.0", "14.0", "15.0", "16.0")
                .map(QbxmlVersion::parse)
                .toList();
    }
}
