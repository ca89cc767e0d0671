package dev.relink.intake;

import dev.relink.company.CompanyId;

/** Records for a company that nobody has set up. */
public final class NoSuchCompany extends RuntimeException {

    public NoSuchCompany(CompanyId company) {
        super("There is no company \"%s\"".formatted(company));
    }
}
