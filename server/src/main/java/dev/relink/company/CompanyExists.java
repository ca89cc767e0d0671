package dev.relink.company;

/** The id is taken. */
public final class CompanyExists extends RuntimeException {

    public CompanyExists(CompanyId id) {
        super("A company \"%s\" exists already: choose another id, or leave the id out and one is made from the name."
                .formatted(id));
    }
}
