package dev.relink.quickbooks.desktop.qbxml;

/** What a request does to an object; ends the name of its elements. */
enum Verb {
    ADD("Add"),
    MOD("Mod");

    private final String suffix;

    Verb(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    /** {@code SalesOrPurchase*} is {@code SalesOrPurchase} in an Add and {@code SalesOrPurchaseMod} in a Mod. */
    String element(String path) {
        return path.endsWith("*") ? path.substring(0, path.length() - 1) + (this == MOD ? suffix : "") : path;
    }
}
