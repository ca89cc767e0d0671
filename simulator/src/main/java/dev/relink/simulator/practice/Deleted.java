package dev.relink.simulator.practice;

import dev.relink.simulator.Xml;
import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.desktop.RequestRefused;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A deleted record, as QuickBooks itself remembers it.
 *
 * @param type the qbXML name of its type
 * @param at the time in QuickBooks' own form
 */
record Deleted(String type, String id, String name, String at) {
    private static final Application READER = new Application("Practice page", "{0}", "");

    private static final String QUERY = """
            <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?>
            <QBXML><QBXMLMsgsRq onError="continueOnError">%s%s</QBXMLMsgsRq></QBXML>""";

    private static final List<String> LISTS = List.of(
            "Account",
            "Customer",
            "Class",
            "ItemDiscount",
            "ItemInventory",
            "ItemNonInventory",
            "ItemOtherCharge",
            "ItemService",
            "PaymentMethod",
            "SalesTaxCode",
            "StandardTerms",
            "Vendor");

    private static final List<String> TRANSACTIONS = List.of(
            "Bill",
            "CreditMemo",
            "Estimate",
            "Invoice",
            "PurchaseOrder",
            "ReceivePayment",
            "SalesOrder",
            "SalesReceipt");

    /** All that a company file remembers to have been deleted from it. */
    static List<Deleted> of(CompanyFile books) {
        String answer = "";
        try {
            answer = books.session(READER).process(QUERY.formatted(query("List", LISTS), query("Txn", TRANSACTIONS)));
            return read(Xml.reader(new StringReader(answer)));
        } catch (RequestRefused | XMLStreamException e) {
            throw new IllegalStateException("the deleted records cannot be read: " + e.getMessage() + answer, e);
        }
    }

    private static String query(String kind, List<String> types) {
        var query = new StringBuilder("<" + kind + "DeletedQueryRq>");
        types.forEach(type -> query.append('<')
                .append(kind)
                .append("DelType>")
                .append(type)
                .append("</")
                .append(kind)
                .append("DelType>"));
        return query + "</" + kind + "DeletedQueryRq>";
    }

    private static List<Deleted> read(XMLStreamReader xml) throws XMLStreamException {
        var all = new ArrayList<Deleted>();
        Map<String, String> fields = new HashMap<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().endsWith("DeletedRet")) {
                all.add(of(fields));
                fields.clear();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && !xml.getLocalName().matches("QBXML.*|.*Rs|.*Ret")) {
                fields.put(xml.getLocalName(), xml.getElementText());
            }
        }
        all.sort((a, b) -> b.at().compareTo(a.at()));
        return all;
    }

    private static Deleted of(Map<String, String> fields) {
        return new Deleted(
                either(fields, "ListDelType", "TxnDelType"),
                either(fields, "ListID", "TxnID"),
                either(fields, "FullName", "RefNumber"),
                fields.getOrDefault("TimeDeleted", ""));
    }

    private static String either(Map<String, String> fields, String one, String other) {
        return fields.getOrDefault(one, fields.getOrDefault(other, ""));
    }
}
