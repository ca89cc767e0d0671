package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.QbxmlReader;
import dev.relink.simulator.desktop.qbxml.StructureError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** A company file with a clock that a test may turn, and a short way to send requests to it. */
final class Practice {
    static final Application RELINK = new Application(
            "Relink", "{11111111-2222-3333-4444-555555555555}", "{aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee}");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private Instant now = Instant.parse("2026-01-15T15:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZONE);
    final CompanyFile file = CompanyFile.create("Acme Tree Care", clock);
    final Bookkeeper bookkeeper = file.bookkeeper();
    RequestProcessor session = file.session(RELINK);

    void wait(Duration duration) {
        now = now.plus(duration);
    }

    Clock clock() {
        return clock;
    }

    /** Runs requests under continueOnError and returns their answers. */
    List<Element> all(String requests) {
        return messages(set("onError=\"continueOnError\"", requests)).children();
    }

    /** Runs one request and returns its answer. */
    Element one(String request) {
        return all(request).getFirst();
    }

    /** Runs one request, expects 0, and returns the object in its answer. */
    Element ok(String request) {
        Element answer = one(request);
        if (!"0".equals(answer.attribute("statusCode"))) {
            throw new AssertionError(answer.toString());
        }
        return answer.children().getFirst();
    }

    String code(String request) {
        return String.valueOf(one(request).attribute("statusCode"));
    }

    String message(String request) {
        return String.valueOf(one(request).attribute("statusMessage"));
    }

    Element messages(String qbxml) {
        try {
            return tree(session.process(qbxml)).children().getFirst();
        } catch (RequestRefused e) {
            throw new AssertionError(e.hresult() + " " + e.detail(), e);
        }
    }

    /** The HRESULT that a set with this request is refused with. */
    String hresult(String request) {
        return refusal(set("onError=\"stopOnError\"", request));
    }

    /** The HRESULT that this set is refused with. */
    String refusal(String qbxml) {
        try {
            return "not refused: " + session.process(qbxml);
        } catch (RequestRefused e) {
            return e.hresult();
        }
    }

    static String set(String attributes, String requests) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><?qbxml version=\"13.0\"?><QBXML><QBXMLMsgsRq " + attributes
                + ">" + requests + "</QBXMLMsgsRq></QBXML>";
    }

    static Element tree(String text) {
        try {
            return QbxmlReader.tree(text);
        } catch (StructureError e) {
            throw new AssertionError(e.reason(), e);
        }
    }

    static String customerAdd(String name) {
        return "<CustomerAddRq><CustomerAdd><Name>" + name + "</Name></CustomerAdd></CustomerAddRq>";
    }

    Element customer(String name) {
        return ok(customerAdd(name));
    }

    Element service(String name, String price) {
        return ok("<ItemServiceAddRq><ItemServiceAdd><Name>" + name + "</Name><SalesTaxCodeRef><FullName>Tax</FullName>"
                + "</SalesTaxCodeRef><SalesOrPurchase><Desc>" + name + " work</Desc><Price>" + price
                + "</Price><AccountRef><FullName>Services</FullName></AccountRef></SalesOrPurchase></ItemServiceAdd>"
                + "</ItemServiceAddRq>");
    }

    Element invoice(String customer, String refNumber, String item, String quantity) {
        return ok(invoiceAdd(customer, refNumber, item, quantity));
    }

    static String invoiceAdd(String customer, String refNumber, String item, String quantity) {
        return "<InvoiceAddRq><InvoiceAdd><CustomerRef><FullName>" + customer + "</FullName></CustomerRef><RefNumber>"
                + refNumber + "</RefNumber><InvoiceLineAdd><ItemRef><FullName>" + item
                + "</FullName></ItemRef><Quantity>"
                + quantity + "</Quantity></InvoiceLineAdd></InvoiceAdd></InvoiceAddRq>";
    }

    static String payment(String customer, String total, String txnId, String amount) {
        return "<ReceivePaymentAddRq><ReceivePaymentAdd><CustomerRef><FullName>" + customer
                + "</FullName></CustomerRef><TotalAmount>" + total + "</TotalAmount><AppliedToTxnAdd><TxnID>" + txnId
                + "</TxnID><PaymentAmount>" + amount
                + "</PaymentAmount></AppliedToTxnAdd></ReceivePaymentAdd></ReceivePaymentAddRq>";
    }

    static String listDel(String type, String listId) {
        return "<ListDelRq><ListDelType>" + type + "</ListDelType><ListID>" + listId + "</ListID></ListDelRq>";
    }

    static String text(Element element, String name) {
        return String.valueOf(element.value(name));
    }
}
