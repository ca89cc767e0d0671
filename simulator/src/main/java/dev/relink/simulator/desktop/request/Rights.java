package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Company.Right;

/** 3260: what the user who is logged in may not do. */
final class Rights {
    private Rights() {}

    static void check(Change change) throws RequestFailed {
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
}
