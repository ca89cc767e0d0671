package dev.relink.quickbooks.desktop.webconnector;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes envelopes, in UTF-8. */
final class SoapWriter {

    private static final byte[] ESCAPED_LESS = ascii("&lt;");
    private static final byte[] ESCAPED_GREATER = ascii("&gt;");
    private static final byte[] ESCAPED_AND = ascii("&amp;");
    private static final byte[] ESCAPED_RETURN = ascii("&#13;");

    private static final byte[] START = ascii("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + "<soap:Envelope xmlns:soap=\"" + CallReader.SOAP + "\"><soap:Body>");
    private static final byte[] END = ascii("</soap:Body></soap:Envelope>");

    private final ByteArrayOutputStream out;

    private SoapWriter(int size) {
        out = new ByteArrayOutputStream(size + 512);
        out.writeBytes(START);
    }

    static byte[] answer(String operation, Reply reply) {
        var writer = new SoapWriter(reply instanceof Reply.QbXml(byte[] body) ? body.length + body.length / 3 : 0);
        writer.markup("<" + operation + "Response xmlns=\"" + CallReader.NAMESPACE + "\">");
        writer.markup("<" + operation + "Result>");
        writer.result(reply);
        writer.markup("</" + operation + "Result></" + operation + "Response>");
        return writer.ended();
    }

    static byte[] fault(SoapFault fault) {
        var writer = new SoapWriter(0);
        writer.markup("<soap:Fault><faultcode>" + fault.code().word + "</faultcode><faultstring>");
        writer.text(fault.sentence());
        writer.markup("</faultstring></soap:Fault>");
        return writer.ended();
    }

    private void result(Reply reply) {
        switch (reply) {
            case Reply.Text(String text) -> text(text);
            case Reply.QbXml(byte[] body) -> escaped(body);
            case Reply.Number(int number) -> markup(Integer.toString(number));
            case Reply.Texts(var texts) ->
                texts.forEach(text -> {
                    markup("<string>");
                    text(text);
                    markup("</string>");
                });
        }
    }

    private byte[] ended() {
        out.writeBytes(END);
        return out.toByteArray();
    }

    private void markup(String ascii) {
        out.writeBytes(ascii(ascii));
    }

    /** What XML cannot hold becomes a question mark: control characters and half surrogates. */
    private void text(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isXml(c) ? c : '?'));
        escaped(clean.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0xD800)
                || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
    }

    private void escaped(byte[] utf8) {
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte[] escape = escape(utf8[i]);
            if (escape.length > 0) {
                out.write(utf8, from, i - from);
                out.writeBytes(escape);
                from = i + 1;
            }
        }
        out.write(utf8, from, utf8.length - from);
    }

    private static final byte[] NONE = {};

    private static byte[] escape(byte b) {
        return switch (b) {
            case '<' -> ESCAPED_LESS;
            case '>' -> ESCAPED_GREATER;
            case '&' -> ESCAPED_AND;
            case '\r' -> ESCAPED_RETURN;
            default -> NONE;
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
