package dev.relink.company;

import java.time.Instant;

/**
 * Whose books are kept in step.
 *
 * @param companyFile full path of the company file on its Windows computer; empty: whichever file is open
 */
public record Company(CompanyId id, String name, QuickBooks quickbooks, String companyFile, Instant createdAt) {}
