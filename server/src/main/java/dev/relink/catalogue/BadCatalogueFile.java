package dev.relink.catalogue;

/** A file of the catalogue breaks its rules: the start must stop, naming file and line. */
public final class BadCatalogueFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadCatalogueFile(String file, int line, String what) {
        super("%s, line %d: %s".formatted(file, line, what));
    }
}
