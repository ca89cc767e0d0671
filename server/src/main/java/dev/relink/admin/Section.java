package dev.relink.admin;

import java.util.Arrays;
import java.util.List;

/** The entries of the navigation: those of a company, and those outside of any. */
public enum Section {
    OVERVIEW(true, "Overview", ""),
    PENDING(true, "Pending", "/pending"),
    ERRORS(true, "Errors", "/errors"),
    RECORDS(true, "Records", "/records"),
    BINDINGS(true, "Bindings", "/bindings"),
    HISTORY(true, "History", "/history"),
    FLOWS(true, "Flows", "/flows"),
    NOTICES(true, "Notices", "/notices"),
    CONNECTION(true, "Connection", "/connection"),
    COMPANIES(false, "Companies", "/"),
    PEOPLE(false, "People and tokens", "/people"),
    AUDIT(false, "Audit", "/audit"),
    STATUS_CODES(false, "Status codes", "/status-codes");

    private final boolean ofCompany;
    private final String label;
    private final String path;

    Section(boolean ofCompany, String label, String path) {
        this.ofCompany = ofCompany;
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    /** Of a company's section: what follows {@code /companies/{id}}. */
    public String path() {
        return path;
    }

    public static List<Section> ofCompany() {
        return Arrays.stream(values()).filter(section -> section.ofCompany).toList();
    }

    /** Whether a broken connection is told at its top. */
    public boolean showsTrouble() {
        return this == OVERVIEW || this == PENDING || this == ERRORS || this == CONNECTION;
    }

    /** Those outside of any company that this page's reader may open. */
    public static List<Section> outside(Page page) {
        return Arrays.stream(values())
                .filter(section -> !section.ofCompany && section.isFor(page))
                .toList();
    }

    private boolean isFor(Page page) {
        var actor = page.actor();
        return switch (this) {
            case STATUS_CODES -> true;
            case PEOPLE -> actor != null && actor.access().mayAdminEverything();
            case AUDIT -> actor != null && actor.access().mayAdminSomething();
            default -> actor != null;
        };
    }
}
