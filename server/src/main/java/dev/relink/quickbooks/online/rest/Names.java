package dev.relink.quickbooks.online.rest;

/** Names of list objects: one that is made inactive carries "(deleted)" behind its own. */
final class Names {

    static final String DELETED = " (deleted)";

    private Names() {}

    /** The name as it was before. */
    static String plain(String name, boolean active) {
        return !active && name.endsWith(DELETED) ? name.substring(0, name.length() - DELETED.length()) : name;
    }
}
