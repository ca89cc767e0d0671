package dev.relink.quickbooks.desktop.webconnector;

/** One call of the Web Connector: its operations, as its WSDL and the QBWC Programmer's Guide name them. */
sealed interface WebConnectorCall {

    /** Also called {@code getServerVersion}. */
    record ServerVersion(String operation) implements WebConnectorCall {}

    record ClientVersion(String operation, String version) implements WebConnectorCall {}

    record Authenticate(String operation, String userName, String password) implements WebConnectorCall {
        /** Without the password. */
        @Override
        public String toString() {
            return "Authenticate[" + userName + "]";
        }
    }

    /** @param hcp the answers to the host, company and preferences queries: with a visit's first call only */
    record SendRequest(String operation, String ticket, String hcp, String companyFile) implements WebConnectorCall {}

    /** @param answer still arriving: the ticket can be checked before it is read */
    record ReceiveResponse(String operation, String ticket, ArrivingAnswer answer) implements WebConnectorCall {}

    /** @param hresult hexadecimal text such as {@code 0x80040408} */
    record ConnectionError(String operation, String ticket, String hresult, String message)
            implements WebConnectorCall {}

    record GetLastError(String operation, String ticket) implements WebConnectorCall {}

    record CloseConnection(String operation, String ticket) implements WebConnectorCall {}

    record GetInteractiveUrl(String operation, String ticket) implements WebConnectorCall {}

    record InteractiveDone(String operation, String ticket) implements WebConnectorCall {}

    record InteractiveRejected(String operation, String ticket, String reason) implements WebConnectorCall {}

    /** The element's name as it came: the answer repeats it. */
    String operation();
}
