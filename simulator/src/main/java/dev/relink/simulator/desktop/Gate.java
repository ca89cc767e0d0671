package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Grammar;
import dev.relink.simulator.desktop.qbxml.MessageSet;
import dev.relink.simulator.desktop.qbxml.QbxmlReader;
import dev.relink.simulator.desktop.qbxml.Rule;
import dev.relink.simulator.desktop.qbxml.StructureError;
import dev.relink.simulator.desktop.qbxml.UnsupportedVersion;
import dev.relink.simulator.desktop.request.RequestFailed;
import dev.relink.simulator.desktop.request.Values;
import java.util.Locale;
import java.util.Objects;

/** Looks at a message set before any of it is run: a set that does not fit is refused as a whole. */
final class Gate {
    private static final String PARSE_ERROR = "QuickBooks found an error when parsing the provided XML text stream.";

    private Gate() {}

    static MessageSet admit(String qbxml, Switches switches) throws RequestRefused {
        if (!mayBeRead(qbxml, switches)) {
            throw unparsable("characters above 127 must be numeric entities");
        }
        MessageSet set = read(qbxml, switches);
        if (set.onError().equals("rollbackOnError") && !switches.rollbackSupported) {
            throw new RequestRefused(
                    "0x80040413",
                    "QuickBooks does not support the rollbackOnError value of the onError attribute.",
                    "onError");
        }
        for (Element request : set.requests()) {
            values(request, switches);
        }
        return set;
    }

    private static MessageSet read(String qbxml, Switches switches) throws RequestRefused {
        try {
            return QbxmlReader.messageSet(qbxml, switches.edition.versions());
        } catch (StructureError e) {
            throw unparsable(e.reason());
        } catch (UnsupportedVersion e) {
            throw new RequestRefused(
                    "0x80040423",
                    "The version of qbXML that was requested is not supported or is unknown.",
                    String.valueOf(e.getMessage()));
        }
    }

    private static void values(Element request, Switches switches) throws RequestRefused {
        Rule rule = Objects.requireNonNull(Grammar.request(request.name()));
        try {
            if (!switches.unknownEnumAnsweredPerRequest) {
                Values.words(request, rule);
            }
            if (!switches.badValuesAnsweredPerRequest) {
                Values.formats(request, rule);
            }
        } catch (RequestFailed e) {
            throw unparsable(e.status().message());
        }
    }

    private static boolean mayBeRead(String qbxml, Switches switches) {
        boolean ascii = qbxml.chars().allMatch(c -> c < 128);
        return ascii
                || switch (switches.rawAccents) {
                    case REFUSED -> false;
                    case ACCEPTED_WHEN_DECLARED ->
                        qbxml.substring(0, Math.min(80, qbxml.length()))
                                .toLowerCase(Locale.ROOT)
                                .contains("utf-8");
                    case ACCEPTED -> true;
                };
    }

    private static RequestRefused unparsable(String detail) {
        return new RequestRefused("0x80040400", PARSE_ERROR, detail);
    }
}
