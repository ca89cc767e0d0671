package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Company.Right;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.Set;

/** 3260: what the user who is logged in may not do; 3261: what the application may not see. */
final class Rights {
    private static final Set<String> PERSONAL = Set.of("CreditCardInfo", "CreditCardTxnInfo", "SSN", "BankAccountInfo");

    private Rights() {}

    static void check(Change change) throws RequestFailed {
        if (!change.call().switches().personalDataAllowed && !change.call().atKeyboard() && isPersonal(change.body())) {
            throw Status.noPersonalData();
        }
        Right right = change.books().company().rights().get(change.type().label());
        if (right == null || change.call().atKeyboard()) {
            return;
        }
        boolean may = switch (change.kind()) {
            case ADD -> right.create();
            case MODIFY, DELETE, VOID -> right.modify();
        };
        if (!may) {
            throw Status.noPermission();
        }
    }

    private static boolean isPersonal(Element body) {
        return body.children().stream().map(Element::name).anyMatch(PERSONAL::contains);
    }
}
