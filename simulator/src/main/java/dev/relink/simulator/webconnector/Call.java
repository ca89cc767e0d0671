package dev.relink.simulator.webconnector;

import java.util.ArrayList;
import java.util.List;

/** One call of the service: its method and its parameters in the order of the WSDL. All values are strings on the wire. */
record Call(String method, List<Parameter> parameters) {
    record Parameter(String name, String value) {}

    /** @param namesAndValues name, value, name, value ... */
    static Call of(String method, String... namesAndValues) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Call(method, List.copyOf(parameters));
    }

    static Call authenticate(String user, String password) {
        return of("authenticate", "strUserName", user, "strPassword", password);
    }

    static Call receiveResponse(String ticket, String response, String hresult, String message) {
        return of("receiveResponseXML", "ticket", ticket, "response", response, "hresult", hresult, "message", message);
    }

    /** The error number that the Web Connector shows when this call fails. Failures of serverVersion go unnoticed. */
    String failure() {
        return switch (method) {
            case "clientVersion" -> "QBWC1036";
            case "sendRequestXML" -> "QBWC1041";
            case "receiveResponseXML" -> "QBWC1042";
            case "getLastError" -> "QBWC1043";
            case "closeConnection" -> "QBWC1044";
            case "connectionError" -> "QBWC1045";
            default -> "QBWC1012";
        };
    }
}
