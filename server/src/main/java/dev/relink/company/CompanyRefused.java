package dev.relink.company;

/** A company cannot be made as asked; the message says why and what is allowed. */
public final class CompanyRefused extends RuntimeException {

    private final String pointer;

    /** @param pointer JSON pointer of the field at fault, such as {@code /companyFile} */
    public CompanyRefused(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
