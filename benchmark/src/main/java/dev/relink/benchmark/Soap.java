package dev.relink.benchmark;

import java.nio.charset.StandardCharsets;

/** Calls as the Web Connector makes them, and what is in their answers. */
final class Soap {

    private Soap() {}

    /** A whole HTTP request. @param parameters names and values; the values escaped already */
    static byte[] call(String operation, String... parameters) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope"
                + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soap:Body><" + operation
                + " xmlns=\"http://developer.intuit.com/\">");
        for (int i = 0; i < parameters.length; i += 2) {
            xml.append('<').append(parameters[i]).append('>').append(parameters[i + 1]);
            xml.append("</").append(parameters[i]).append('>');
        }
        xml.append("</").append(operation).append("></soap:Body></soap:Envelope>");
        byte[] body = xml.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /qbwc HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml; charset=utf-8\r\n"
                        + "SOAPAction: \"http://developer.intuit.com/" + operation + "\"\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] call = new byte[head.length + body.length];
        System.arraycopy(head, 0, call, 0, head.length);
        System.arraycopy(body, 0, call, head.length, body.length);
        return call;
    }

    static byte[] answer(String operation, String result) {
        return ("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope"
                        + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><" + operation
                        + "Response xmlns=\"http://developer.intuit.com/\"><" + operation + "Result>" + result + "</"
                        + operation + "Result></" + operation + "Response></soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The result, escaped as it came. */
    static String result(String answer) {
        return between(answer, "Result>", "</", answer.lastIndexOf("Result>"));
    }

    static String between(String text, String before, String after, int last) {
        int from = text.indexOf(before);
        int to = from < 0 ? -1 : text.lastIndexOf(after, last);
        if (from < 0 || to < from + before.length()) {
            return "";
        }
        return text.substring(from + before.length(), to);
    }

    static String escaped(String xml) {
        return xml.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
