package dev.relink.simulator.desktop.qbxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The data types of qbXML: what their values look like, and which status code says that one does not. */
public enum ValueType {
    STRTYPE("", "", ""),
    IDTYPE("", "", ""),
    ENUMTYPE("", "", ""),
    BOOLTYPE("3010", "boolean value", "true|false|1|0"),
    DATETYPE("3020", "date value", "\\d{4}-\\d{2}-\\d{2}"),
    DATETIMETYPE("3020", "date value", "\\d{4}-\\d{2}-\\d{2}(T\\d{2}(:\\d{2}(:\\d{2})?)?([+-]\\d{2}:\\d{2})?)?"),
    TIMEINTERVALTYPE("3035", "time interval", "PT(\\d+H)?(\\d+M)?(\\d+S)?"),
    AMTTYPE("3040", "amount", "[+-]?\\d{1,13}(\\.\\d{2})?"),
    PRICETYPE("3045", "price", "[+-]?\\d{1,10}(\\.\\d{1,5})?"),
    PERCENTTYPE("3050", "percentage", "[+-]?\\d{1,10}(\\.\\d{1,5})?"),
    QUANTYPE("3060", "quantity", "[+-]?\\d{1,10}(\\.\\d{1,5})?"),
    GUIDTYPE("3065", "GUID", "0|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\}"),
    INTTYPE("3085", "number", "[+-]?\\d{1,10}"),
    FLOATTYPE("3085", "number", "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private final String statusCode;
    private final String word;
    private final Pattern format;

    ValueType(String statusCode, String word, String format) {
        this.statusCode = statusCode;
        this.word = word;
        this.format = Pattern.compile(format);
    }

    /** The status code of a value that does not fit; "" for text, which always fits. */
    public String statusCode() {
        return statusCode;
    }

    /** What the status message calls a value of this type. */
    public String word() {
        return word;
    }

    /** Whether the value fits. An empty element is valid for every type: in a Mod it may clear the field. */
    public boolean accepts(String value) {
        return statusCode.isEmpty()
                || value.isEmpty()
                || format.matcher(value).matches() && (!statusCode.equals("3020") || isOnCalendar(value));
    }

    private static boolean isOnCalendar(String value) {
        try {
            LocalDate.parse(value.substring(0, 10));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
