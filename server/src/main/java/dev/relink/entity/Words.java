package dev.relink.entity;

/** Small words of messages. */
final class Words {

    private Words() {}

    /** “a customer”, “an invoice”. */
    static String a(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
