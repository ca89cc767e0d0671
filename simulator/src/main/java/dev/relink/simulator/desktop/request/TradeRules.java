package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.Set;

/** Rules of the trade: what QuickBooks would warn a person about. */
final class TradeRules {
    private static final Set<String> NOT_PRACTISED = Set.of("LinkToTxnID", "LinkToTxn", "SetCredit", "ItemGroupRef");

    private TradeRules() {}

    static void check(Change change) throws RequestFailed {
        if (change.kind() == Change.Kind.DELETE) {
            delete(change);
            return;
        }
        practised(change.body());
        deposited(change);
        refNumber(change);
        externalGuid(change);
        if (change.type() == TxnType.RECEIVE_PAYMENT && change.kind() != Change.Kind.VOID) {
            new Payments(change).plan();
        }
        if (change.type() instanceof TxnType type && change.kind() == Change.Kind.MODIFY && type.hasLines()) {
            new Lines(change, type).checkOrder();
        }
    }

    /** Practice QuickBooks says so where it leaves something out, rather than doing half of it. */
    private static void practised(Element element) throws RequestFailed {
        for (Element child : element.children()) {
            if (NOT_PRACTISED.contains(child.name())) {
                throw Status.notSupported();
            }
            practised(child);
        }
    }

    private static void delete(Change change) throws RequestFailed {
        Entry entry = change.target();
        switch (entry) {
            case ListElement element
            when change.books().lists().inUse(element) ->
                throw Status.undeletable(
                        change.call().switches().usedElementCode,
                        element.id(),
                        "The list element cannot be deleted because it is in use. It can be made inactive.");
            case Transaction transaction
            when transaction.deposited() ->
                throw Status.undeletable(
                        "3160",
                        transaction.id(),
                        "You need to delete this transaction from the deposit before you can delete it.");
            case ListElement _, Transaction _ -> {
                // free to go
            }
        }
    }

    private static void deposited(Change change) throws RequestFailed {
        if (change.existing() instanceof Transaction transaction && transaction.deposited()) {
            throw Status.notSaved(
                    transaction.type().label(),
                    "You need to delete this transaction from the deposit before you can edit its name or amount.");
        }
    }

    private static void refNumber(Change change) throws RequestFailed {
        String refNumber = change.body().value("RefNumber");
        if (refNumber == null
                || !change.call().switches().duplicateRefNumbersRefused
                || !(change.type() instanceof TxnType type)) {
            return;
        }
        for (Transaction other : change.books().register().numbered(type, refNumber)) {
            if (other != change.existing()) {
                throw Status.notSaved(type.label(), "The number \"" + refNumber + "\" is already in use.");
            }
        }
    }

    private static void externalGuid(Change change) throws RequestFailed {
        String guid = change.body().value("ExternalGUID");
        if (guid != null
                && change.call().switches().externalGuidUnique
                && change.books().hasExternalGuid(change.type(), guid)) {
            throw Status.notSaved(change.type().label(), "The ExternalGUID is already in use.");
        }
    }
}
