package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.platform.xml.XmlFactory;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a SOAP 1.1 envelope, document/literal wrapped. Which operation it is, the body's element says and nothing else. */
final class CallReader {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String NAMESPACE = "http://developer.intuit.com/";

    private final LimitedBody body;
    private final XMLStreamReader xml;
    private final long largestAnswer;

    private CallReader(LimitedBody body, XMLStreamReader xml, long largestAnswer) {
        this.body = body;
        this.xml = xml;
        this.largestAnswer = largestAnswer;
    }

    /**
     * @param charset as the transport named it, null when it did not
     * @param largestCall bytes that any operation may have but {@code receiveResponseXML}
     * @throws SoapFault what it is not
     * @throws IOException cut off, not well-formed or too large
     */
    static WebConnectorCall read(LimitedBody body, @Nullable String charset, long largestCall, long largestAnswer)
            throws IOException {
        try {
            body.declaredAtMost(largestAnswer);
            body.readAtMost(largestCall);
            XMLStreamReader xml = XmlFactory.read(body, charset);
            return new CallReader(body, xml, largestAnswer).call(largestCall);
        } catch (XMLStreamException e) {
            throw ElementText.BrokenBody.because(e);
        }
    }

    private WebConnectorCall call(long largestCall) throws XMLStreamException, IOException {
        findOperation();
        String operation = xml.getLocalName();
        if (!NAMESPACE.equals(xml.getNamespaceURI())) {
            throw SoapFault.client("<%s> is not in the namespace %s".formatted(operation, NAMESPACE));
        }
        var parameters = new Parameters(xml);
        if (operation.equals("receiveResponseXML")) {
            body.readAtMost(largestAnswer);
            return receiveResponse(operation, parameters);
        }
        body.declaredAtMost(largestCall);
        parameters.readAll();
        return call(operation, parameters);
    }

    private void findOperation() throws XMLStreamException {
        require(xml.nextTag() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals("Envelope"));
        if (!SOAP.equals(xml.getNamespaceURI())) {
            throw new SoapFault(
                    SoapFault.Code.VERSION_MISMATCH,
                    "Only SOAP 1.1 is spoken here: the envelope is another one.",
                    null);
        }
        while (!(nextElement() && isSoap("Body"))) {
            require(xml.getEventType() == XMLStreamConstants.START_ELEMENT);
            skipElement();
        }
        require(nextElement());
    }

    private boolean nextElement() throws XMLStreamException {
        return xml.nextTag() == XMLStreamConstants.START_ELEMENT;
    }

    private boolean isSoap(String name) {
        return xml.getLocalName().equals(name) && SOAP.equals(xml.getNamespaceURI());
    }

    private void skipElement() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static void require(boolean envelope) {
        if (!envelope) {
            throw SoapFault.client("This is no SOAP envelope with an operation in its body.");
        }
    }

    /** The ticket usually stands first; then the answer itself is left to be read. */
    private WebConnectorCall receiveResponse(String operation, Parameters parameters) throws IOException {
        ArrivingAnswer answer;
        if (!parameters.readUntil("response")) {
            answer = new NoAnswer(parameters);
        } else if (parameters.has("ticket")) {
            answer = new StreamedAnswer(xml, parameters);
        } else {
            answer = SpooledAnswer.of(new ElementText(xml), parameters);
        }
        return new WebConnectorCall.ReceiveResponse(operation, parameters.text("ticket"), answer);
    }

    private static WebConnectorCall call(String operation, Parameters p) {
        String ticket = p.text(p.has("wcTicket") ? "wcTicket" : "ticket");
        return switch (operation) {
            case "serverVersion", "getServerVersion" -> new WebConnectorCall.ServerVersion(operation);
            case "clientVersion" -> new WebConnectorCall.ClientVersion(operation, p.text("strVersion"));
            case "authenticate" ->
                new WebConnectorCall.Authenticate(operation, p.text("strUserName"), p.text("strPassword"));
            case "sendRequestXML" ->
                new WebConnectorCall.SendRequest(
                        operation, ticket, p.text("strHCPResponse"), p.text("strCompanyFileName"));
            case "connectionError" ->
                new WebConnectorCall.ConnectionError(operation, ticket, p.text("hresult"), p.text("message"));
            case "getLastError" -> new WebConnectorCall.GetLastError(operation, ticket);
            case "closeConnection" -> new WebConnectorCall.CloseConnection(operation, ticket);
            case "getInteractiveURL" -> new WebConnectorCall.GetInteractiveUrl(operation, ticket);
            case "interactiveDone" -> new WebConnectorCall.InteractiveDone(operation, ticket);
            case "interactiveRejected" -> new WebConnectorCall.InteractiveRejected(operation, ticket, p.text("reason"));
            default -> throw SoapFault.client("There is no operation <%s> here.".formatted(operation));
        };
    }
}
