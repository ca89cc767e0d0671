package dev.relink.simulator.webconnector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The newest qbXML that QuickBooks says it supports, in the two parts that sendRequestXML carries. */
record QbxmlVersion(String major, String minor) {
    private static final Pattern SUPPORTED = Pattern.compile("<SupportedQBXMLVersion>(\\d+)\\.(\\d+)</");

    /** @param company the answers to the Host, Company and Preferences queries; the last version named is the newest */
    static QbxmlVersion highest(String company) {
        Matcher matcher = SUPPORTED.matcher(company);
        var highest = new QbxmlVersion("13", "0");
        while (matcher.find()) {
            highest = new QbxmlVersion(matcher.group(1), matcher.group(2));
        }
        return highest;
    }
}
